import type { TagNode } from './tag.ts';

/** One change of the library as somebody asks for it; nodes are named by id. */
export type LibraryEdit =
  | { do: 'add'; kind: TagNode['kind']; name: string; under: string | null; after: string | null; fields: Partial<TagNode> }
  | { do: 'rename'; id: string; name: string; lang: 'zh' | 'en' }
  | { do: 'alias'; id: string; name: string }
  | { do: 'define'; id: string; text: string }
  | { do: 'move'; id: string; under: string | null; after: string | null }
  | { do: 'colour'; id: string; colour: string }
  | { do: 'ttl'; id: string; days: number | null }
  | { do: 'archive' | 'restore'; id: string }
  | { do: 'merge'; id: string; into: string };
