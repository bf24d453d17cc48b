import { z } from 'zod';
import { handbookEntry } from '../../answers/handbook-answer.ts';
import { findTag } from '../../commands/find-tag.ts';
import type { Reply } from '../../domain/reply.ts';
import { UserError } from '../../errors.ts';
import { checkPerson } from '../caller.ts';
import { editedForm, editForm, handbookForm } from '../forms/library-edit-form.ts';
import { ruleForm } from '../forms/library-form.ts';
import { words } from '../forms/named.ts';
import { give, giveWhole } from '../give.ts';
import { type Route, route } from '../route.ts';
import { noParams, noQuery } from './parts.ts';

type Edit = z.output<typeof editForm>;

const wordOf = (edit: Edit): string[] => {
  if ('name' in edit) return [edit.name];
  if ('text' in edit) return [edit.text];
  return 'colour' in edit ? [edit.colour] : [];
};

const edited = (reply: Reply): z.input<typeof editedForm> => {
  if (reply.kind === 'library_changed') return { applied: true, ...reply.doc };
  if (reply.kind !== 'asked' || reply.doc.asks.kind !== 'library') throw new Error(`library answers ${reply.kind}`);
  const { edit, tag, to } = reply.doc.asks;
  return {
    applied: false,
    asks: { edit, tag, to },
    count: reply.doc.count,
    customers: reply.doc.customers,
    confirm: reply.token,
  };
};

const tagParams = z.strictObject({ tag: words(200) });

/** Changes of the library and of the rules, by whoever may. */
export const libraryEdits: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/library/:tag',
    needs: 'read',
    summary: {
      zh: '手册里的一个标签或组：释义、例句、谁能打、哪些规则会打',
      en: 'What the handbook says of one tag or group: definition, examples, who may set it, which rules do',
    },
    params: tagParams,
    query: noQuery,
    body: null,
    answer: handbookForm,
    run: async ({ app, lang, params }) => {
      const entry = handbookEntry(app, findTag(app.inForce.tree(), params.tag), lang);
      if (!entry) throw new UserError('unknown_tag', { name: params.tag });
      return entry;
    },
  }),
  route({
    method: 'POST',
    path: '/v1/library/:tag',
    needs: 'write',
    summary: {
      zh: '改一个标签：先答涉及多少客户和 confirm；带上这个 confirm 再发一次才改',
      en: 'Changes a tag: the first answer says how many customers it touches and gives confirm; sent again with that, it is done',
    },
    params: tagParams,
    query: noQuery,
    body: editForm,
    answer: editedForm,
    run: async (asking) => {
      const { body, params, caller } = asking;
      checkPerson(caller);
      const given = { words: [body.do, params.tag, ...wordOf(body)], told: body.confirm };
      return edited(await giveWhole(asking, 'library', given));
    },
  }),
  route({
    method: 'POST',
    path: '/v1/undo/library',
    needs: 'write',
    summary: { zh: '撤销我最近一次改标签库', en: 'Takes back my last change of the library' },
    params: noParams,
    query: noQuery,
    body: z.strictObject({}).default({}),
    answer: editedForm,
    run: async (asking) => {
      checkPerson(asking.caller);
      return edited(await giveWhole(asking, 'library', { words: ['undo'] }));
    },
  }),
  route({
    method: 'POST',
    path: '/v1/rules/:id',
    needs: 'write',
    summary: { zh: '打开或关闭一条规则，所有客户按它重算', en: 'Switches a rule on or off; everybody is worked out again' },
    params: z.strictObject({ id: words(200) }),
    query: noQuery,
    body: z.strictObject({ mode: z.enum(['on', 'off']) }),
    answer: ruleForm,
    run: async (asking) => {
      checkPerson(asking.caller);
      return give(asking, 'rule', 'rules', { words: [asking.body.mode, asking.params.id] });
    },
  }),
];
