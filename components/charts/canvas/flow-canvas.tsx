'use client';

import { useRouter } from 'next/navigation';
import { useSyncExternalStore } from 'react';
import { ResponsiveContainer, Sankey } from 'recharts';
import { labelText, partFill } from '../colours';
import { numberText } from '../number-text';
import type { FlowLink } from '../types';
import { fitted, widthOf } from './fit-text';

/** For a name and its figure beside a band. */
const ROOM = 215;
const WIDE = '(min-width: 640px)';
const subscribe = (changed: () => void) => {
  const query = matchMedia(WIDE);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
};

const sumOf = (links: readonly FlowLink[]) => links.reduce((sum, { value }) => sum + value, 0);
const names = (links: readonly FlowLink[], end: 'from' | 'to') => [...new Set(links.map((link) => link[end]))];

type NodeProps = {
  x: number;
  y: number;
  width: number;
  height: number;
  index: number;
  payload: { name: string; value: number };
};
type BandProps = {
  sourceX: number;
  targetX: number;
  sourceY: number;
  targetY: number;
  sourceControlX: number;
  targetControlX: number;
  linkWidth: number;
  index: number;
};

export default function FlowCanvas({ links }: { links: readonly FlowLink[] }) {
  const wide = useSyncExternalStore(
    subscribe,
    () => matchMedia(WIDE).matches,
    () => true,
  );
  return wide ? <Bands links={links} /> : <Bars links={links} />;
}

function Bands({ links }: { links: readonly FlowLink[] }) {
  const router = useRouter();
  const [from, to] = [names(links, 'from'), names(links, 'to')];
  const nodes = [...from, ...to].map((name) => ({ name }));
  const data = {
    nodes,
    links: links.map((link) => ({
      source: from.indexOf(link.from),
      target: from.length + to.indexOf(link.to),
      value: link.value,
    })),
  };
  return (
    <ResponsiveContainer width="100%" height="100%">
      <Sankey
        accessibilityLayer={false}
        data={data}
        nodeWidth={10}
        nodePadding={14}
        sort={false}
        margin={{ top: 8, right: ROOM + 8, bottom: 8, left: ROOM + 8 }}
        node={({ x, y, width, height, index, payload }: NodeProps) => {
          const isSource = index < from.length;
          return (
            <g>
              <rect
                x={x}
                y={y}
                width={width}
                height={Math.max(height, 1)}
                rx={2}
                fill={isSource ? partFill(index) : 'var(--color-control)'}
              />
              <text
                x={isSource ? x - 8 : x + width + 8}
                y={y + height / 2}
                dy="0.35em"
                textAnchor={isSource ? 'end' : 'start'}
                {...labelText}
              >
                <title>{payload.name}</title>
                {fitted(payload.name, ROOM - widthOf(` ${numberText(payload.value, 2)}`))}{' '}
                {numberText(payload.value, 2)}
              </text>
            </g>
          );
        }}
        link={({ sourceX, targetX, sourceY, targetY, sourceControlX, targetControlX, linkWidth, index }: BandProps) => {
          const link = links[index];
          const href = link?.href;
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: the drawing is hidden from readers; the table behind it has the same as links
            <path
              d={`M${sourceX},${sourceY} C${sourceControlX},${sourceY} ${targetControlX},${targetY} ${targetX},${targetY}`}
              fill="none"
              stroke={partFill(link ? from.indexOf(link.from) : 0)}
              strokeOpacity={0.28}
              strokeWidth={Math.max(linkWidth, 1)}
              cursor={href ? 'pointer' : undefined}
              onClick={href ? () => router.push(href) : undefined}
            >
              <title>{link ? `${link.from} → ${link.to} ${link.display}` : ''}</title>
            </path>
          );
        }}
      />
    </ResponsiveContainer>
  );
}

/** A phone has no room for two columns of names. */
function Bars({ links }: { links: readonly FlowLink[] }) {
  const items = names(links, 'to')
    .map((name) => ({ name, value: sumOf(links.filter(({ to }) => to === name)) }))
    .sort((a, b) => b.value - a.value);
  const most = items[0]?.value || 1;
  return (
    <ul className="flex h-full flex-col justify-between gap-1 overflow-y-auto text-sm">
      {items.map(({ name, value }) => (
        <li key={name}>
          <span className="flex justify-between gap-3">
            <span className="min-w-0 truncate text-ink-2">{name}</span>
            <span className="font-medium">{numberText(value, 2)}</span>
          </span>
          <svg viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true" className="h-1.5 w-full">
            <rect width="100" height="3" rx="1.5" className="fill-line" />
            <rect width={Math.max((value / most) * 100, 0.5)} height="3" rx="1.5" className="fill-accent" />
          </svg>
        </li>
      ))}
    </ul>
  );
}
