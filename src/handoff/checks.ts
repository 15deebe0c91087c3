/**
 * What to check next, for whoever opens a request: one short list a right. Reminders, not decisions: the council's Data
 * Protection Officer owns them, and nothing here refuses or grants anything. Articles are of the UK GDPR as amended by
 * the Data (Use and Access) Act 2025; DPA is the Data Protection Act 2018.
 */
import type { Right } from '../requests/right.js';

/** Art 12(6), 12A; ICO, "What to expect after making a subject access request": proof of identity is not a matter of course. */
const IDENTITY =
  'Identity: ask for proof only if there is real doubt about who is asking. A confirmed email address is not proof. If you must ask, ask now: the month then starts when the proof arrives (Art 12A).';
/** Art 12(4); DPA s.164A for the council's own complaint route. */
const REFUSAL =
  'If any part is refused: give the reasons, how to complain to the council and to the Information Commission (ICO), and that a court can be asked.';
/** Art 19. */
const RECIPIENTS =
  'Where the data was shared: find the teams, suppliers and partners that received it and tell each of them, unless that is impossible or out of proportion (Art 19).';

/** In the order in which they are worth doing. */
export const CHECKS: Readonly<Record<Right, readonly string[]>> = {
  access: [
    IDENTITY,
    'Search: a reasonable and proportionate search of the services named, and of suppliers who hold records for them (Art 15(1A)). If CCTV may be meant, have it kept today: footage is soon overwritten.',
    'If you need to know which information is meant, ask now. The time until the answer does not count, but only where the question is really needed, and not for a question about format (Art 12A).',
    'Before release: other people’s information and exemptions. To alter, hide or erase records to keep them from the person is an offence (DPA s.173).',
    REFUSAL,
  ],
  rectification: [
    IDENTITY,
    'Compare what is said to be wrong with the record and its source. Ask for evidence only if the record cannot settle it (Art 16).',
    'An opinion may stay if the record shows that it is one. Offer a note that the person disagrees.',
    'Until it is settled: does the person want use of the data restricted (Art 18(1)(a))?',
    RECIPIENTS,
    REFUSAL,
  ],
  erasure: [
    IDENTITY,
    'Which ground applies: no longer needed, consent withdrawn, objection upheld, used unlawfully, or a legal duty to erase (Art 17(1))?',
    'Is there a duty to keep it, a public task that needs it, or a legal claim (Art 17(3))? Most council records rest on a legal duty: name the one that applies.',
    RECIPIENTS,
    REFUSAL,
  ],
  restriction: [
    IDENTITY,
    'Which of the four grounds applies: accuracy disputed; use unlawful but the person wants it kept; needed for their legal claim; objection pending (Art 18(1))?',
    'Mark the records so that they are stored and not otherwise used, with every supplier too.',
    'Tell the person before a restriction is lifted (Art 18(3)).',
    RECIPIENTS,
    REFUSAL,
  ],
  objection: [
    'Is it direct marketing? Then the right is absolute: stop, ask for no reason and no proof beyond the contact detail, and keep that detail on a suppression list (Art 21(2) and (3)).',
    'Otherwise: stop, unless there are compelling legitimate grounds that override this person’s situation, or a legal claim needs it (Art 21(1)). The council has to show them.',
    'Is the basis a public task, legitimate interests or research? If it is a legal duty or a contract, the right does not apply: say so, and why.',
    'Restrict the use while grounds are weighed, if the person asks for it (Art 18(1)(d)).',
    IDENTITY,
    'Where the data was shared: tell the teams, suppliers and partners that use it for the same purpose.',
    REFUSAL,
  ],
  portability: [
    IDENTITY,
    'It applies only to data the person supplied, used by consent or contract, and by automated means (Art 20(1)). That is rare in a council: where it does not apply, offer a copy as an access request instead.',
    'Give it in a common format that a machine can read. If another organisation is named as the recipient, is a direct transfer feasible (Art 20(2))?',
    'Other people’s information: check before release (Art 20(4)).',
    REFUSAL,
  ],
  automated_decision: [
    IDENTITY,
    'Was it a significant decision with no meaningful human involvement (Arts 22A to 22D)? Find the service and, if there is one, the supplier of the system.',
    'Then the person may have information about the decision, put their case, get a human to intervene, and contest it (Art 22C).',
    'Whoever looks at it again must be able to change it, and must see what the person says here.',
    REFUSAL,
  ],
  consent_withdrawal: [
    'Which consent is meant, and which uses rest on it? Stop them now; withdrawing must be as easy as giving was (Art 7(3)). What was done before stays lawful.',
    'If a use rests on something else than consent, it may go on: tell the person which, and why.',
    'Does the data have to be erased, as nothing else allows it to be kept (Art 17(1)(b))?',
    'Identity: only to be sure whose consent it is. Do not ask for more than was asked when it was given.',
    RECIPIENTS,
  ],
  complaint: [
    'Acknowledge it within 30 days of receipt (DPA s.164A), if that is not yet done: see “Acknowledged” above.',
    'Without undue delay: make enquiries, keep the person informed, and tell them the outcome (DPA s.164A). There is no form they must use.',
    'Does the message also ask for records, a correction or another right? Then log two items, with two clocks.',
    'Does it point to a breach? The Information Commission (ICO) must hear of a reportable one within 72 hours of the council becoming aware (Art 33).',
    'Identity: ask only if the reply would reveal personal data and there is real doubt about who is asking.',
    'The outcome: say how to go to the Information Commission (ICO) if they are not content.',
  ],
};

/** Added where somebody asks for somebody else: ICO guidance on requests made on behalf of others; DPA has no age for England. */
export const CHECKS_FOR_SOMEBODY_ELSE: readonly string[] = [
  'Authority: ask for evidence that fits: written permission, parental responsibility, a property and financial affairs attorney, or a deputy. It is for them to supply. The month starts when it arrives, if you ask for it.',
  'A child: the right is the child’s. If the child understands it, the child’s own wish counts; no age is fixed in England.',
  'Until authority is clear, do not confirm what the council holds or where anybody lives. Asking for somebody else can be a way to find them.',
];
