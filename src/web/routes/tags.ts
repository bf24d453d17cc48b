import { z } from 'zod';
import { findTag } from '../../commands/find-tag.ts';
import { STAGE } from '../../domain/stage.ts';
import { UserError } from '../../errors.ts';
import { customerAt } from '../customer-at.ts';
import { words } from '../forms/named.ts';
import { changedForm, tagsForm, whyForm } from '../forms/tags-form.ts';
import { flag, give, option } from '../give.ts';
import { type Route, route } from '../route.ts';
import { customerParams, idWords, noQuery, query } from './parts.ts';

const tag = words(200);
const MOST_TAGS = 50;
const several = z.array(tag).max(MOST_TAGS).default([]);

const tagsBody = z
  .strictObject({
    add: several,
    remove: several,
    /** Yes to what an agent is asked: setting a stage back. */
    confirm: z.boolean().optional(),
  })
  .refine(({ add, remove }) => add.length + remove.length > 0);

const stageBody = z.strictObject({ stage: tag, confirm: z.boolean().optional() });

export const tags: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/customers/:id/tags',
    needs: 'read',
    summary: {
      zh: '客户的标签和建议，各有依据；也可看当时的',
      en: 'The tags of a customer and what is suggested, each with its causes; also as of then',
    },
    params: customerParams,
    query: query({ at: words(40).optional() }),
    body: null,
    answer: tagsForm,
    run: async (asking) => {
      const { _id } = await customerAt(asking.app, asking.params.id);
      return give(asking, 'tags', 'tags', { atHand: _id, options: option('at', asking.query.at) });
    },
  }),
  route({
    method: 'GET',
    path: '/v1/customers/:id/tags/:tag/why',
    needs: 'read',
    summary: { zh: '这个标签凭什么来的，什么时候变过', en: 'What a tag rests on, word for word, and its history' },
    params: z.strictObject({ id: idWords, tag }),
    query: noQuery,
    body: null,
    answer: whyForm,
    run: async (asking) => {
      const { _id } = await customerAt(asking.app, asking.params.id);
      return give(asking, 'why', 'why', { atHand: _id, words: [asking.params.tag] });
    },
  }),
  route({
    method: 'POST',
    path: '/v1/customers/:id/tags',
    needs: 'write',
    summary: {
      zh: '加标签、去标签，要么全做，要么全不做；对建议来说，加是确认，去是驳回',
      en: 'Adds and removes tags, all or nothing; of a suggestion, adding confirms it and removing rejects it',
    },
    params: customerParams,
    query: noQuery,
    body: tagsBody,
    answer: changedForm,
    run: async (asking) => {
      const { add, remove, confirm } = asking.body;
      const { _id } = await customerAt(asking.app, asking.params.id);
      const signs = [...add.map((one) => `+${one}`), ...remove.map((one) => `-${one}`)];
      return give(asking, 'changed', 'tag', { atHand: _id, words: signs, options: flag('yes', confirm) });
    },
  }),
  route({
    method: 'POST',
    path: '/v1/customers/:id/stage',
    needs: 'write',
    summary: {
      zh: '改客户的阶段；客服往回改要确认',
      en: 'Moves a customer to a stage; an agent who moves them back has to confirm',
    },
    params: customerParams,
    query: noQuery,
    body: stageBody,
    answer: changedForm,
    run: async (asking) => {
      const { stage, confirm } = asking.body;
      const tree = asking.app.inForce.tree();
      const id = findTag(tree, stage);
      if (!tree.isWithin(id, STAGE) || id === STAGE) throw new UserError('unknown_tag', { name: stage });
      const { _id } = await customerAt(asking.app, asking.params.id);
      return give(asking, 'changed', 'stage', { words: [_id, id], options: flag('yes', confirm) });
    },
  }),
  route({
    method: 'POST',
    path: '/v1/customers/:id/undo',
    needs: 'write',
    summary: {
      zh: '撤销我 24 小时内对这位客户的最后一次改动',
      en: "Takes back the caller's last change on this customer within 24 hours",
    },
    params: customerParams,
    query: noQuery,
    body: z.strictObject({}).default({}),
    answer: changedForm,
    run: async (asking) => {
      const { _id } = await customerAt(asking.app, asking.params.id);
      return give(asking, 'changed', 'undo', { words: [_id] });
    },
  }),
];
