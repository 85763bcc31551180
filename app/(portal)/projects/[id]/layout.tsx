import type { ReactNode } from 'react';
import { ProjectFrame } from '../frame';

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export default function ProjectLayout(props: Props) {
  return <ProjectFrame {...props} />;
}
