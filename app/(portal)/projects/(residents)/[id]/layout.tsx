import type { ReactNode } from 'react';
import { ProjectFrame } from '../../frame';

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export default function ResidentsLayout(props: Props) {
  return <ProjectFrame {...props} also="contribution.read" />;
}
