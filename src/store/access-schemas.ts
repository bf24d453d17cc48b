import { Schema } from 'mongoose';

/** Who gets in: typed by our own nouns and written whole, like all documents (`schemas.ts`). */
const options = { versionKey: false, strict: 'throw', minimize: false, autoIndex: false } as const;

export const tokens = () =>
  new Schema(
    {
      _id: String,
      ...{ hash: String, scopes: [String], by: String, at: Number, until: Number, revokedAt: Number, usedAt: Number },
    },
    { ...options, collection: 'tokens' },
  );

/** The server forgets these by itself, within a minute or so; whoever asks compares the time besides. */
const goesAt = { until: 1 } as const;
const atOnce = { expireAfterSeconds: 0 };

export const signInLinks = () =>
  new Schema({ _id: String, person: String, to: String, until: Date }, { ...options, collection: 'sign_in_links' }).index(
    goesAt,
    atOnce,
  );

export const sessions = () =>
  new Schema({ _id: String, person: String, until: Date }, { ...options, collection: 'sessions' }).index(goesAt, atOnce);

export const keptAnswers = () =>
  new Schema(
    { _id: String, asked: String, status: Number, body: String, lease: Number, until: Date },
    { ...options, collection: 'kept_answers' },
  ).index(goesAt, atOnce);
