'use client';

import { ErrorView } from '@/components/frame/error-view';
import { Button } from '@/components/ui/button';
import './globals.css';

/** The layout itself failed, and with it every text: this page alone carries its own words, in both languages. */
const texts = {
  title: '系统出错了',
  text: '这是系统的问题，与您的操作无关。Something went wrong on our side.',
  todoLabel: '可以这样做',
  todo: '请重新加载此页；如果再次出现，请联系系统管理员。Load the page again; if it happens once more, tell your administrator.',
  requestIdLabel: '请求编号',
  tellSupport: '如需帮助，请把请求编号告诉系统管理员。',
};

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function GlobalError({ error, reset }: Props) {
  return (
    <html lang="zh-CN">
      <body>
        <main id="main">
          <ErrorView
            status={500}
            texts={texts}
            requestId={error.digest}
            actions={
              <Button variant="primary" onClick={reset}>
                重新加载 Reload
              </Button>
            }
          />
        </main>
      </body>
    </html>
  );
}
