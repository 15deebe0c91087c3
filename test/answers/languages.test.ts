import { expect } from 'chai';
import { foreignLanguageOf } from '../../src/answers/text/foreign.js';
import { BARNET } from './barnet.js';

/** What residents may write in the languages of the borough, by script or in words that everybody uses. */
const MESSAGES: Readonly<Record<string, readonly string[]>> = {
  'lang-arabic': ['كيف أعرف ما تعرفون عني؟', 'من فضلكم أريد أن أتكلم مع موظف', 'البلدية أعطت عنواني لشخص آخر', 'شكرا'],
  'lang-farsi': [
    'چگونه می‌توانم پرونده‌ام را بگیرم',
    'سلام، کمک می‌خواهم',
    'آیا شماره تلفن من را فروخته‌اید؟',
    'من سوال دارم',
  ],
  'lang-urdu': ['مجھے اپنا ریکارڈ دیکھنا ہے', 'میرے بچوں کی معلومات کون دیکھتا ہے', 'کیا آپ اردو بولتے ہیں'],
  'lang-hebrew': ['איך אפשר לתקן את הכתובת שלי', 'מי קורא את מה שאני כותבת כאן', 'תודה'],
  'lang-russian': ['Кто видел мои документы?', 'можно поговорить с кем-нибудь', 'спасибо', 'Зачем вам мой паспорт'],
  'lang-ukrainian': ['Хто бачив мої документи?', 'Дякую', 'Навіщо вам мій паспорт', 'як отримати копію'],
  'lang-gujarati': ['મારો ફોન નંબર કોની પાસે છે', 'આભાર'],
  'lang-bengali': ['আমার ফোন নম্বর কার কাছে আছে', 'ধন্যবাদ'],
  'lang-tamil': ['என் தொலைபேசி எண் யாரிடம் உள்ளது', 'நன்றி'],
  'lang-hindi': ['मेरा फ़ोन नंबर किसके पास है', 'धन्यवाद'],
  'lang-chinese': ['你们为什么要我的电话号码', '謝謝', '我的孩子的资料谁能看到？'],
  'lang-french': [
    'Pourquoi avez-vous donné mon numéro à mon voisin ?',
    'je voudrais savoir qui a lu mon dossier',
    'Bonjour',
    'est ce que vous gardez les photos',
  ],
  'lang-spanish': [
    '¿Quién ha leído mi expediente?',
    'por qué tienen mi número de teléfono',
    'Hola, buenos días',
    'no quiero que usen mis datos',
  ],
  'lang-italian': [
    'Chi ha letto la mia pratica?',
    'perché avete il mio numero di telefono',
    'Buongiorno',
    'non voglio che usiate i miei dati',
  ],
  'lang-portuguese': [
    'Quem leu o meu processo?',
    'porque é que têm o meu número de telefone',
    'Bom dia',
    'não quero que usem os meus dados',
  ],
  'lang-romanian': [
    'Cine a citit dosarul meu?',
    'de ce aveți numărul meu de telefon',
    'Bună ziua',
    'nu vreau să folosiți datele mele',
  ],
  'lang-polish': [
    'Kto czytał moje dokumenty?',
    'dlaczego macie mój numer telefonu',
    'Dzień dobry',
    'nie chcę żebyście używali moich danych',
  ],
  'lang-turkish': [
    'Dosyamı kim okudu, bana söyler misiniz?',
    'telefon numaram neden sizde var',
    'Merhaba',
    'bilgilerimi kullanmanızı istemiyorum',
  ],
  'lang-somali': ['Yaa akhriyay faylkayga oo dhan?', 'maxaad u haysaan lambarkayga', 'waxaan u baahanahay caawin'],
  'lang-albanian': [
    'Kush e ka lexuar dosjen time?',
    'pse e keni numrin tim',
    'Përshëndetje',
    'nuk dua që të përdorni të dhënat e mia',
  ],
};

/** Said in English, with names, places and words from elsewhere. */
const ENGLISH = [
  'my name is María de la Cruz and I want my file',
  'Łukasz Wałęsa',
  'Nguyễn Thị Hoa',
  'José Luis del Río',
  'Mia Ben-Ami',
  'is the café licence public?',
  'c’est la vie, but who sold my number?',
  'they wrote my name as Ogbu not Ọgbụ',
  'what is the word for privacy in العربية',
  'I moved from São Paulo and the council has the wrong address',
  'my landlord Señor Garcia got my letter',
  'is it de facto or de jure consent?',
  'au pair wants to see her records',
  'Hola, can you help me with my council tax',
  'my son speaks русский and I speak English, can he ask?',
  'quid pro quo?',
  'ok ciao',
  'um',
  'la la la',
  'ur gonna sell it innit',
  'wot u got on me',
  '👍👍',
  '12345',
  '🤷 ¯\\_(ツ)_/¯',
  'Sofia wants to know who is Kim and where Ben is',
];

describe('a message in another language', () => {
  for (const [id, messages] of Object.entries(MESSAGES)) {
    for (const message of messages) {
      it(`“${message}” is ${id.slice('lang-'.length)}`, () => {
        expect(foreignLanguageOf(message)).to.equal(id);
      });
    }
  }

  for (const message of [
    'Μπορείτε να με βοηθήσετε;',
    '日本語が話せますか',
    '한국어 하세요?',
    'ਕੀ ਤੁਸੀਂ ਪੰਜਾਬੀ ਬੋਲਦੇ ਹੋ',
    'ኣማርኛ ትናገራለህ',
  ]) {
    it(`“${message}” gets the reply that only English is understood`, () => {
      expect(foreignLanguageOf(message)).to.equal('beyond-notice-languages');
    });
  }

  it('is answered in that language, from an entry that was reviewed', () => {
    const { answerer } = BARNET;
    for (const [id, messages] of Object.entries(MESSAGES)) {
      const entry = answerer.entry(id);
      expect(entry?.act, id).to.equal('chat');
      expect(
        answerer.answer(messages[0] ?? '').map((outcome) => ('entry' in outcome ? outcome.entry : undefined)),
        id,
      ).to.deep.equal([entry]);
    }
  });
});

describe('a message in English', () => {
  for (const message of ENGLISH) {
    it(`“${message}” stays English`, () => {
      expect(foreignLanguageOf(message)).to.equal(undefined);
    });
  }
});
