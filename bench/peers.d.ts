declare module 'fastscan' {
  export default class FastScan {
    constructor(words: string[]);
    search(text: string): [number, string][];
  }
}
