import type { ChangedAnswer, CustomerAnswer, FindAnswer, QuoteAnswer, TagsAnswer, TasksAnswer } from '../../../domain/answers.ts';
import type { MaterialAnswer } from '../../../domain/material.ts';
import type { TimelineAnswer } from '../../../domain/timeline.ts';
import type { Ask } from '../parts/ask.ts';

const at = (id: string): string => `/customers/${encodeURIComponent(id)}`;

/** The bot, as this page asks it. */
export const createApi = ({ get, post }: Ask) => ({
  find: (q: string, signal: AbortSignal) => get<FindAnswer>(`/customers?q=${encodeURIComponent(q)}`, signal),
  tags: (id: string, signal: AbortSignal) => get<TagsAnswer>(`${at(id)}/tags`, signal),
  card: (id: string, signal: AbortSignal) => get<CustomerAnswer>(at(id), signal),
  tasks: (id: string, signal: AbortSignal) => get<TasksAnswer>(`/tasks?all=true&customer=${encodeURIComponent(id)}`, signal),
  quotes: (id: string, signal: AbortSignal) =>
    get<{ quotes: QuoteAnswer[] }>(`/quotes?customer=${encodeURIComponent(id)}`, signal),
  material: (id: string, signal: AbortSignal) => get<MaterialAnswer>(`${at(id)}/material`, signal),
  timeline: (id: string, after: string | null, signal: AbortSignal) =>
    get<TimelineAnswer>(`${at(id)}/timeline?limit=20${after === null ? '' : `&after=${encodeURIComponent(after)}`}`, signal),
  change: (id: string, add: string[], remove: string[], confirm = false) =>
    post<ChangedAnswer>(`${at(id)}/tags`, { add, remove, ...(confirm ? { confirm } : {}) }),
  setStage: (id: string, stage: string, confirm: boolean) =>
    post<ChangedAnswer>(`${at(id)}/stage`, { stage, ...(confirm ? { confirm } : {}) }),
  undo: (id: string) => post<ChangedAnswer>(`${at(id)}/undo`, {}),
  done: (task: string) => post<TasksAnswer>(`/tasks/${encodeURIComponent(task)}/done`, {}),
  snooze: (task: string, until: string) => post<TasksAnswer>(`/tasks/${encodeURIComponent(task)}/snooze`, { until }),
  newTask: (customer: string, text: string) => post<TasksAnswer>('/tasks', { customer, text }),
});

export type Api = ReturnType<typeof createApi>;
