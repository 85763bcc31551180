import { AuthFrame } from '@/components/frame/auth-frame';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

export default function SignInSample() {
  return (
    <AuthFrame
      demo
      title="登录"
      description="使用本单位管理员开通的账号。"
      footer="忘记密码？请联系本单位的账号管理员重置。"
    >
      <form className="space-y-4">
        <Field label="账号" required>
          <Input name="account" autoComplete="username" />
        </Field>
        <Field label="密码" required error="账号或密码不正确，还可以再试 7 次。">
          <Input name="password" type="password" autoComplete="current-password" />
        </Field>
        <Button variant="primary" size="lg" className="w-full">
          登录
        </Button>
      </form>
    </AuthFrame>
  );
}
