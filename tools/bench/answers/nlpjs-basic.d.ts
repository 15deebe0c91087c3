/** As much of nlp.js as is used; it comes without types. */
declare module '@nlpjs/basic' {
  interface Container {
    register(name: string, instance: object, isSingleton: boolean): void;
    registerConfiguration(name: string, settings: object): void;
    use(plugin: object): void;
  }
  export function containerBootstrap(): Promise<Container>;
  export const LangEn: object;
  export class Nlp {
    constructor(settings: { container: Container; autoSave: boolean; autoLoad: boolean; threshold: number });
    addLanguage(locale: string): void;
    addDocument(locale: string, utterance: string, intent: string): void;
    train(): Promise<unknown>;
    process(locale: string, utterance: string): Promise<{ readonly intent: string; readonly score: number }>;
  }
}
