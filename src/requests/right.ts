/** The rights that a guided request can exercise, and what each is called. */

/** The nine rights: UK GDPR Arts 7(3), 15 to 18, 20 to 22D, and complaints under section 164A Data Protection Act 2018. */
export const RIGHTS = [
  'access',
  'objection',
  'rectification',
  'erasure',
  'restriction',
  'portability',
  'automated_decision',
  'consent_withdrawal',
  'complaint',
] as const;
export type Right = (typeof RIGHTS)[number];

/** How the Data Protection Officer's team names a request: the words in brackets of a mail's subject. */
export const RIGHT_NAMES: Readonly<Record<Right, string>> = {
  access: 'Access request',
  objection: 'Objection',
  rectification: 'Correction request',
  erasure: 'Deletion request',
  restriction: 'Restriction request',
  portability: 'Portability request',
  automated_decision: 'Automated decision review',
  consent_withdrawal: 'Consent withdrawn',
  complaint: 'Data protection complaint',
};
