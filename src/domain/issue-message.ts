import type { z } from 'zod';

/** A schema's own sentences stand for themselves; zod's, which may hold the value, become ones that name types only. */
export const issueMessage = (issue: z.core.$ZodIssue): string => {
  if (!issue.message.startsWith('Invalid')) return issue.message;
  return issue.code === 'invalid_type' ? `Write a value of type ${issue.expected} here.` : 'Write something else here.';
};
