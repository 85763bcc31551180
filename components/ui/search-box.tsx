import * as search from 'lucide-react/icons/search';
import * as x from 'lucide-react/icons/x';
import Form from 'next/form';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { drawing, Glyph } from './glyph';
import { IconButton } from './icon-button';
import { hrefWith, type Params, pairsOf } from './url';

const SEARCH = drawing(search);
const CROSS = drawing(x);

type Props = {
  path: string;
  params: Params;
  label: string;
  placeholder?: string;
  name?: string;
};

/** Search is a GET form: works without script, and what was searched stands in the address. */
export function SearchBox({ path, params, label, placeholder, name = 'q' }: Props) {
  const t = useTranslations('ui');
  const value = [params[name] ?? ''].flat()[0] ?? '';
  return (
    <Form action={path} role="search" className="relative w-full sm:w-72">
      {pairsOf(params, [name, 'cursor', 'page']).map(([key, one]) => (
        <input key={`${key}=${one}`} type="hidden" name={key} value={one} />
      ))}
      <input
        // A new address brings a new starting value.
        key={value}
        type="search"
        name={name}
        defaultValue={value}
        aria-label={label}
        placeholder={placeholder ?? label}
        className="control pr-16 [&::-webkit-search-cancel-button]:hidden"
      />
      <span className="absolute inset-y-0 right-0.5 flex items-center">
        {value && (
          <Link
            href={hrefWith(path, params, { [name]: undefined, cursor: undefined, page: undefined })}
            aria-label={t('searchClear')}
            title={t('searchClear')}
            className="inline-flex size-7 items-center justify-center rounded-sm text-ink-3 hover:text-ink"
          >
            <Glyph of={CROSS} className="size-4" />
          </Link>
        )}
        <IconButton
          type="submit"
          label={t('search')}
          size="sm"
          className="pointer-coarse:min-h-9 pointer-coarse:min-w-9"
        >
          <Glyph of={SEARCH} />
        </IconButton>
      </span>
    </Form>
  );
}
