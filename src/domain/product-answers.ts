/** A product as answers show it. */
export interface ProductAnswer {
  id: string;
  name: string;
  aliases: string[];
  models: { id: string; name: string; aliases: string[]; archived: boolean; customers: number }[];
  urls: string[];
  archived: boolean;
  /** Customers who carry 兴趣 of it, and who bought any of its models. */
  interested: number;
  bought: number;
}

/** Something that facts named and the catalogue does not have. */
export interface UnknownProductAnswer {
  product: string | null;
  models: string[];
  count: number;
  lastSeenAt: string;
  /** The words of the command that adds it. */
  add: string;
}

export interface ProductsAnswer {
  asOf: string;
  version: number;
  /** The whole catalogue, or the product that was asked for or changed. */
  products: ProductAnswer[];
  unknown: UnknownProductAnswer[];
  /** What a person just did. */
  change?: { action: 'added' | 'extended' | 'restored' | 'same' | 'reduced' | 'archived'; product: string };
}
