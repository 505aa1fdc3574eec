/** One page of a list, as Zoom's list endpoints cut it. */
interface Page<T> {
  readonly page_count: number;
  readonly page_number: number;
  readonly page_size: number;
  readonly total_records: number;
  readonly next_page_token: string;
  readonly listed: readonly T[];
}

interface PageQuery {
  readonly page_size?: string;
  readonly page_number?: string;
  readonly next_page_token?: string;
}

const [usualSize, largestSize] = [30, 300];

/** By `page_size` and `page_number`, or by the `next_page_token` of the page before; what cannot be read counts as not given. */
export function pageOf<T>(items: readonly T[], query: PageQuery): Page<T> {
  const size = Math.min(countIn(query.page_size) ?? usualSize, largestSize);
  const number = countIn(query.next_page_token) ?? countIn(query.page_number) ?? 1;
  const start = (number - 1) * size;
  return {
    page_count: Math.ceil(items.length / size),
    page_number: number,
    page_size: size,
    total_records: items.length,
    next_page_token: start + size < items.length ? String(number + 1) : '',
    listed: items.slice(start, start + size),
  };
}

function countIn(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}
