import 'server-only';
import type { Writable } from 'node:stream';
import { labelIn } from '@/lib/domain/kernel/label';
import { newsRulesOf } from '@/lib/domain/news/rules';
import { type NewsAnswer, type NewsColumn, newsListQuery } from '@/lib/domain/news/schema';
import type { NewsRules } from '@/lib/domain/rulebook/schema-news';
import type { Actor } from '@/lib/server/actor';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { withActor } from '@/lib/server/db/with-actor';
import { listNews } from '@/lib/server/news/queries';
import type { KeptOfNews } from './jobs';
import { columnsOf, type FileColumn, shownOf, worded } from './list-columns';
import { pagesOf, writeList } from './list-file';
import type { Progress } from './survey-export';

const { text, number } = columnsOf<NewsAnswer, NewsColumn>();
const STATES = { filed: { zh: '已报送', en: 'Filed' }, withdrawn: { zh: '已撤回', en: 'Withdrawn' } };

function newsColumns({ kinds, levels, media }: NewsRules): FileColumn<NewsAnswer, NewsColumn>[] {
  return [
    text('title', '标题', 'Title', 44, (row) => row.title),
    text('date', '日期', 'Day', 12, (row) => row.happenedOn),
    text('county', '县市', 'County', 12, (row) => row.county.name),
    number('year', '年度', 'Year', '0', (row) => row.year),
    text('kind', '类别', 'Kind', 18, (row, locale) => worded(kinds, row.kind, locale)),
    text('level', '级别', 'Level', 10, (row, locale) => worded(levels, row.level, locale)),
    text('medium', '媒体种类', 'Kind of medium', 16, (row, locale) => worded(media, row.medium, locale)),
    text('medium', '媒体名称', 'Medium', 24, (row) => row.outlet),
    text('medium', '文号', 'Number', 24, (row) => row.documentNo),
    text('medium', '发文机关', 'Issued by', 24, (row) => row.issuer),
    text('medium', '会议地点', 'Place', 28, (row) => row.place),
    number('medium', '参加人数', 'Took part', '0', (row) => row.participants),
    text('evidence', '链接', 'Link', 44, (row) => row.link),
    text('evidence', '文件', 'File', 28, (row) => row.file?.name ?? null),
    text('status', '状态', 'State', 10, (row, locale) => labelIn(STATES[row.status], locale)),
    text('status', '撤回原因', 'Why withdrawn', 28, (row) => row.withdrawnReason),
  ];
}

/** The news that the list would show this person, in its order. */
export async function writeNewsList(
  out: Writable,
  actor: Actor,
  { kept, county }: { kept: KeptOfNews; county: string | null },
  progress: Progress,
): Promise<string> {
  const { rulebook } = await withActor(actor, (tx) => rulebookInForce(tx));
  const pages = pagesOf((place) => {
    const query = newsListQuery.parse({ ...kept.query, ...(county ? { county } : {}), ...place });
    return withActor(actor, (tx) => listNews(tx, actor, query));
  }, progress);
  return writeList(out, actor, {
    format: kept.format,
    name: { zh: '新闻信息列表', en: 'news' },
    sheet: { zh: '新闻信息', en: 'News' },
    columns: shownOf(newsColumns(newsRulesOf(rulebook)), kept.columns),
    pages,
  });
}
