import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const STYLES = /<style>([\s\S]*?)<\/style>/g;

/** A policy under which a page may do nothing but what stands in it: its own styles, by their hash, and no script. */
export const pagePolicy = (html: string, { forms = false }: { forms?: boolean } = {}): string => {
  const styles = [...html.matchAll(STYLES)].map(([, style = '']) => hashOf(style));
  return [
    "default-src 'none'",
    `style-src ${styles.length === 0 ? "'none'" : styles.join(' ')}`,
    "base-uri 'none'",
    `form-action ${forms ? "'self'" : "'none'"}`,
    "frame-ancestors 'none'",
  ].join('; ');
};

/** Sends a page. @param forms whether it may send a form to us. */
export const sendPage = (reply: FastifyReply, html: string, options: { status?: number; forms?: boolean } = {}): FastifyReply =>
  reply
    .code(options.status ?? 200)
    .header('content-security-policy', pagePolicy(html, options))
    .type('text/html; charset=utf-8')
    .send(html);
