/** Upper bounds of the durations that are counted, s. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

interface Durations {
  counts: number[];
  sum: number;
  count: number;
}

/** A value that is read when somebody asks. */
export interface Gauge {
  name: string;
  help: string;
  value: number;
}

const labels = (pairs: Record<string, string | number>): string =>
  `{${Object.entries(pairs)
    .map(([name, value]) => `${name}="${value}"`)
    .join(',')}}`;

/** Counts requests and how long they took, by address of ours: never by customer, person or token. */
export const createMetrics = () => {
  const requests = new Map<string, number>();
  const durations = new Map<string, Durations>();
  const events = { kept: 0, duplicate: 0, refused: 0 };

  const durationLines = ([route, { counts, sum, count }]: [string, Durations]): string[] => [
    ...BOUNDS.map((bound, place) => {
      const below = counts.slice(0, place + 1).reduce((all, one) => all + one, 0);
      return `tagwise_http_request_duration_seconds_bucket${labels({ route, le: bound })} ${below}`;
    }),
    `tagwise_http_request_duration_seconds_bucket${labels({ route, le: '+Inf' })} ${count}`,
    `tagwise_http_request_duration_seconds_sum${labels({ route })} ${sum}`,
    `tagwise_http_request_duration_seconds_count${labels({ route })} ${count}`,
  ];

  return {
    request: ({ method, route, status, seconds }: { method: string; route: string; status: number; seconds: number }): void => {
      const key = labels({ method, route, status });
      requests.set(key, (requests.get(key) ?? 0) + 1);
      const held = durations.get(route) ?? { counts: BOUNDS.map(() => 0), sum: 0, count: 0 };
      const place = BOUNDS.findIndex((bound) => seconds <= bound);
      if (place >= 0) held.counts[place] = (held.counts[place] ?? 0) + 1;
      held.sum += seconds;
      held.count += 1;
      durations.set(route, held);
    },

    events: (kept: number, duplicate: number, refused: number): void => {
      events.kept += kept;
      events.duplicate += duplicate;
      events.refused += refused;
    },

    /** As Prometheus reads it (text format 0.0.4). */
    text: (gauges: readonly Gauge[]): string =>
      [
        '# HELP tagwise_http_requests_total Requests answered.',
        '# TYPE tagwise_http_requests_total counter',
        ...[...requests].map(([key, count]) => `tagwise_http_requests_total${key} ${count}`),
        '# HELP tagwise_http_request_duration_seconds How long answers took.',
        '# TYPE tagwise_http_request_duration_seconds histogram',
        ...[...durations].flatMap(durationLines),
        '# HELP tagwise_http_events_total Lines that came by /v1/events, by what became of them.',
        '# TYPE tagwise_http_events_total counter',
        ...Object.entries(events).map(([outcome, count]) => `tagwise_http_events_total${labels({ outcome })} ${count}`),
        ...gauges.flatMap(({ name, help, value }) => [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${value}`]),
        '',
      ].join('\n'),
  };
};

export type Metrics = ReturnType<typeof createMetrics>;
