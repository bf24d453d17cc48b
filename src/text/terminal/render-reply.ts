import type { Reply } from '../../domain/reply.ts';
import { briefingText } from '../briefing.ts';
import { channelText } from '../channel.ts';
import { cardMessage } from '../messages/card-message.ts';
import { digestMessage } from '../messages/digest-message.ts';
import { morningMessage } from '../messages/morning-message.ts';
import { noticeMessage } from '../messages/notice-message.ts';
import { renderAsked } from './render-asked.ts';
import { renderAudit } from './render-audit.ts';
import { renderBatch } from './render-batch.ts';
import { renderChanged } from './render-changed.ts';
import { renderCustomer } from './render-customer.ts';
import { renderCompleteness, renderDuplicates } from './render-customer-reports.ts';
import { renderExported } from './render-exported.ts';
import { renderFound } from './render-found.ts';
import { renderHandbook, renderHandbookEntry } from './render-handbook.ts';
import { renderHelp } from './render-help.ts';
import { renderHits } from './render-hits.ts';
import { renderImported } from './render-imported.ts';
import { renderKeywords } from './render-keywords.ts';
import { renderLeads } from './render-leads.ts';
import { renderLearn } from './render-learn.ts';
import { renderLearnHistory } from './render-learn-history.ts';
import { renderLearnt } from './render-learnt.ts';
import { renderLibrary } from './render-library.ts';
import { renderLibraryChanged } from './render-library-changed.ts';
import { renderMaterial } from './render-material.ts';
import { renderMessage } from './render-message.ts';
import { renderProducts } from './render-products.ts';
import { renderQuotes } from './render-quotes.ts';
import { renderReview } from './render-review.ts';
import { renderRule, renderRules } from './render-rules.ts';
import { renderSegment } from './render-segment.ts';
import { renderSegments } from './render-segments.ts';
import { renderTags } from './render-tags.ts';
import { renderTasks } from './render-tasks.ts';
import { renderUnsure } from './render-unsure.ts';
import { renderTagUsage, renderUsage } from './render-usage.ts';
import { renderWebhooks } from './render-webhooks.ts';
import { renderWhy } from './render-why.ts';
import type { View } from './view.ts';

const lines = (reply: Reply, view: View): string[] => {
  switch (reply.kind) {
    case 'tags':
      return renderTags(reply.doc, view);
    case 'changed':
      return renderChanged(reply.doc, view);
    case 'why':
      return renderWhy(reply.doc, view);
    case 'segment':
      return renderSegment(reply.doc, view);
    case 'segments':
      return renderSegments(reply.doc, view);
    case 'found':
      return renderFound(reply.doc, view);
    case 'customer':
      return renderCustomer(reply.doc, view);
    case 'room':
      return [channelText.room[view.lang](reply.doc.customers)];
    case 'duplicates':
      return renderDuplicates(reply.doc, view);
    case 'completeness':
      return renderCompleteness(reply.doc, view);
    case 'audit':
      return renderAudit(reply.doc, view);
    case 'rules':
      return renderRules(reply.doc, view);
    case 'rule':
      return renderRule(reply.doc, view);
    case 'hits':
      return renderHits(reply.doc, view);
    case 'usage':
      return renderUsage(reply.doc, view);
    case 'tag_usage':
      return renderTagUsage(reply.doc, view);
    case 'quotes':
      return renderQuotes(reply.doc, view);
    case 'tasks':
      return renderTasks(reply.doc, view);
    case 'material':
      return renderMaterial(reply.doc, view);
    case 'leads':
      return renderLeads(reply.doc, view);
    case 'review':
      return renderReview(reply.doc, view);
    case 'learn':
      return renderLearn(reply.doc, view);
    case 'learnt':
      return renderLearnt(reply.doc, view);
    case 'keywords':
      return renderKeywords(reply.doc, view);
    case 'unsure':
      return renderUnsure(reply.doc, view);
    case 'learn_history':
      return renderLearnHistory(reply.doc, view);
    case 'digest':
      return renderMessage(digestMessage(reply.doc, view), reply.doc, view);
    case 'briefing':
      return [briefingText[view.lang](reply.doc)];
    case 'morning':
      return renderMessage(morningMessage(reply.doc, view), reply.doc, view);
    case 'notice':
      return renderMessage(noticeMessage(reply.doc, view), reply.doc, view);
    case 'card':
      return renderMessage(cardMessage(reply.doc, view), reply.doc, view);
    case 'library':
      return renderLibrary(reply.doc, view);
    case 'library_changed':
      return renderLibraryChanged(reply.doc, view);
    case 'batch':
      return renderBatch(reply.doc, view);
    case 'asked':
      return renderAsked(reply.doc, view);
    case 'products':
      return renderProducts(reply.doc, view);
    case 'exported':
      return renderExported(reply.doc, view);
    case 'handbook':
      return renderHandbook(reply.doc, view);
    case 'handbook_entry':
      return renderHandbookEntry(reply.doc, view);
    case 'imported':
      return renderImported(reply.doc, view);
    case 'webhooks':
      return renderWebhooks(reply.doc, view);
    case 'help':
      return renderHelp(reply.doc, view);
  }
};

/**
 * An answer for people at a terminal, without a line break at its end. Whatever customers and files had in it is made printable.
 * Ages are counted to the moment that the answer is of.
 */
export const renderReply = (reply: Reply, view: View): string => {
  const now = 'asOf' in reply.doc ? Date.parse(reply.doc.asOf) : view.now;
  return lines(reply, { ...view, now }).join('\n');
};
