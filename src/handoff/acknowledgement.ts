/**
 * What a resident gets by email once a request is in: that it is, and what happens next. None of the details they gave,
 * not even the name: mail is read over shoulders and goes to mistyped addresses. Reading age 9 to 11.
 */
import type { PrivacyRequest } from '../requests/request.js';
import type { Right } from '../requests/right.js';
import type { EmailDocument, Section } from './email-document.js';
import { dayInWords } from '../requests/dates.js';
import { rowsOf } from './email-document.js';

/** Information Commission, "Make a complaint"; the telephone number is on the same pages. */
const ICO_URL = 'https://ico.org.uk/make-a-complaint';
const ICO_PHONE = '0303 123 1113';

const CHECKS_WHO = 'They may ask you to show who you are, if they need to.';
const MAY_TAKE_LONGER = 'If it is a big job, the law lets them take longer. They will tell you if so, and why.';

/** What the person asked for, and what the council now does. */
const NEXT: Readonly<Record<Right, { readonly asked: string; readonly next: readonly string[] }>> = {
  access: {
    asked: 'To see the information the council holds',
    next: [
      'The team will read what you asked for and look for the records.',
      CHECKS_WHO,
      MAY_TAKE_LONGER,
      'It is free.',
    ],
  },
  rectification: {
    asked: 'To put information right',
    next: [
      'The team will check what you say is wrong.',
      CHECKS_WHO,
      'They will write and tell you what they have changed. If they do not change it, they will tell you why.',
    ],
  },
  erasure: {
    asked: 'To have information deleted',
    next: [
      'The team will check what can be deleted.',
      CHECKS_WHO,
      'The law says the council must keep some things. They will tell you what they have done and why.',
    ],
  },
  restriction: {
    asked: 'To limit how information is used',
    next: [
      'The team will check what must be put on hold.',
      CHECKS_WHO,
      'They will write and tell you what they have done and why.',
    ],
  },
  objection: {
    asked: 'To stop the council using information in some way',
    next: [
      'The team will read what you object to.',
      'If it is adverts or news from the council, it must always stop.',
      'If it is something else, they will look at your reasons. They will tell you what they decide and why.',
    ],
  },
  portability: {
    asked: 'To have a copy of information in a form you can move',
    next: [
      'The team will check which of it can be given to you in this way.',
      CHECKS_WHO,
      'If it cannot, they will tell you what you can have.',
    ],
  },
  automated_decision: {
    asked: 'To have a person look again at what a computer decided',
    next: [
      'The team will find out how it was decided.',
      CHECKS_WHO,
      'They will tell you what they found and what you can do next.',
    ],
  },
  consent_withdrawal: {
    asked: 'To take back your consent',
    next: [
      'The team will find what you said yes to, and stop it.',
      'If there is a legal reason to go on with some of it, they will tell you.',
    ],
  },
  complaint: {
    asked: 'To complain about how information was used',
    next: [
      'We have received your complaint, and it will be looked into within 30 days.',
      'The team will find out what went on. They will tell you how it is going, and what they find.',
    ],
  },
};

/** @param context the council's name as it stands in a sentence, and the mailbox that answers questions. */
export function acknowledgementDocument(
  request: PrivacyRequest,
  context: { readonly councilName: string; readonly dpoMailbox: string; readonly noticeUrl: string },
): EmailDocument {
  const { asked, next } = NEXT[request.right];
  const isComplaint = request.right === 'complaint';
  return {
    title: isComplaint ? 'We have your complaint' : 'We have your request',
    opening: [
      {
        kind: 'paragraph',
        text: request.unfinished
          ? `You began this in ${context.councilName}’s chat and did not finish it. So that it is not lost, what you told us has gone to the Data Protection Officer’s team. If you do not want to go on with it, reply and say so.`
          : `Thank you. It has gone to the Data Protection Officer’s team at ${context.councilName}.`,
      },
      rowsOf(
        ['Your reference', request.reference],
        ['What you asked for', asked],
        [isComplaint ? 'You will hear from us by' : 'The council should answer by', dayInWords(request.dueDate)],
      ),
    ],
    sections: [
      { heading: 'What happens next', blocks: [{ kind: 'list', items: next }] },
      questions(context.dpoMailbox, isComplaint),
      ico(isComplaint),
      {
        heading: 'If this was not you',
        blocks: [
          {
            kind: 'paragraph',
            text: 'Someone may have typed your email address by mistake. Please reply and tell us. You do not have to do anything else.',
          },
          { kind: 'link', label: 'How the council uses information about you', url: context.noticeUrl },
        ],
      },
    ],
  };
}

function questions(dpoMailbox: string, isComplaint: boolean): Section {
  const what = isComplaint ? 'complaint' : 'request';
  return {
    heading: 'If you have a question',
    blocks: [
      {
        kind: 'paragraph',
        text: `Reply to this email, or write to ${dpoMailbox}. Give your reference, so that we can find your ${what}.`,
      },
    ],
  };
}

function ico(isComplaint: boolean): Section {
  const when = isComplaint
    ? 'You can also complain to the ICO.'
    : 'If you are not happy with what the council does, you can complain to the council or to the ICO.';
  return {
    heading: 'If you are not happy',
    blocks: [
      {
        kind: 'paragraph',
        text: `${when} The Information Commission (ICO) looks after people’s rights over their information. You can ring it on ${ICO_PHONE}.`,
      },
      { kind: 'link', label: 'Complain to the ICO', url: ICO_URL },
    ],
  };
}
