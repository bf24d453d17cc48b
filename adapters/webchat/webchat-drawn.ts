/** An answer as a page of ours draws it: a title, and sections with rows and buttons. All of it is text, and no markup. */
export interface WebchatDrawn {
  title: string;
  sections: readonly {
    heading: string;
    rows: readonly string[];
    actions?: readonly { label: string; words: string; told?: string; style?: 'primary' | 'danger' }[];
  }[];
}
