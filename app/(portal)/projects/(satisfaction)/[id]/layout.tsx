import type { ReactNode } from 'react';
import { ProjectFrame } from '../../frame';

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export default function SatisfactionLayout(props: Props) {
  return <ProjectFrame {...props} also="satisfaction.read" />;
}
