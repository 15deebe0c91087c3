/**
 * What residents say, one after the other, and in brackets what each is met with: an entry's id, a step of a request as
 * `right:step`, or the name of a sentence in `wording.ts`. " | " parts what is equally right, " + " two replies.
 */
export type Dialogue = readonly (readonly [said: string, replied: string])[];

const TURN = /\s*([^[\]]+?) \[([^\]]+)\]/g;

/** A dialogue a line. */
const dialogues = (lines: string): Dialogue[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => [...line.matchAll(TURN)].map(([, said = '', replied = '']) => [said, replied] as const));

export const DIALOGUES: Readonly<Record<string, readonly Dialogue[]>> = {
  'what is asked after an answer': dialogues(`
    How do I get to see my file? [sar-how-to-ask]  how long does that take? [sar-deadline]  and is it free? [sar-free]
    how do i see what youve got on me [sar-how-to-ask | sar-right | access:start]  how long does it take [sar-deadline]  is it free [sar-free]
    How do I ask for my records? [sar-how-to-ask]  and for my mum? [beyond-acting-for-other]
    How do I ask for my records? [sar-how-to-ask]  does it have to be in writing? [sar-in-writing]  what if I can’t write? [sar-help-writing]
    does it cost anything to see my records? [sar-free]  how long will it take? [sar-deadline]  even if it’s a big request? [sar-large-complicated]
    is it free to see my records? [sar-free]  so I don’t pay anything? [sar-free]
    is it free to ask for my file [sar-free]  are you sure? [sar-free]
    Do I get to see everything in my file? [sar-see-everything]  what about emails? [sar-notes-emails-recordings]
    Do I get to see everything in my file? [sar-see-everything]  what about other people’s details? [withhold-third-party]
    what is a subject access request? [sar-what]  who can I ask for help with it? [sar-help-writing | sar-how-to-ask | beyond-acting-for-other]
    can I see who gave information about me? [withhold-informant]  and other people’s details? [withhold-third-party]
    do you sell my information to anyone? [no-selling]  so you don’t sell it? [no-selling]
    do you sell my details? [no-selling]  is that true? [no-selling]  what about the police? [sharing-police]
    who do you share my information with? [who-we-share-with]  what about the police? [sharing-police]  and the Home Office? [sharing-home-office]
    who do you share my information with? [who-we-share-with]  and my doctor? [sharing-health]  and schools? [sharing-schools]
    who do you share my information with? [who-we-share-with]  do you need my permission for that? [consent-not-needed | sharing-limits]
    do you share between departments? [sharing-inside-council]  and with other councils? [data-matching-to-others]
    do private companies get my information? [sharing-companies]  who are they? [partners-list]  do you check them? [partner-checks]
    who are your partners? [partners-list]  do they have to follow the law? [partner-must-follow-law]
    what is a commissioning council? [commissioning-council]  why do you work with companies? [why-partners]
    when can I have my information deleted? [erasure-what | erasure-no-longer-needed]  can they say no? [erasure-refused-when]  would they tell me why? [erasure-reasons-given]
    when can I have my information deleted? [erasure-what | erasure-no-longer-needed]  what about people you gave it to? [erasure-others-told | erasure-no-longer-needed + erasure-others-told]
    my record is wrong, can it be changed? [rectification-what]  can you refuse? [rectification-not-removed]  can I add my own comments? [rectification-comments]
    my record is wrong, can it be changed? [rectification-what]  will you tell the others who have it? [rectification-others-told]
    my name is spelt wrong on your system, can it be put right? [rectification-what]  who do I speak to? [rectification-whom]
    can I object to how you use my data? [objection-when]  do you have to stop? [objection-what-happens]  will I get a reply? [objection-told]
    how is restricting my data different from deleting it? [restriction-or-erasure]  are you sure? [restriction-or-erasure]
    what is data portability? [portability-what]  when does that apply? [portability-when]
    do you use automated decision making? [automated-council-does-it]  would you tell me? [automated-told]
    do you use AI? [ai-use]  can I ask for a human instead? [automated-human-intervention]
    what does the ICO do? [ico-what]  what is their phone number? [ico-phone]  and their address? [ico-address]
    how do I complain to the ICO? [ico-contact]  can I do it online? [ico-website-email]
    what does the data protection officer do? [dpo-what]  how do I contact them? [dpo-contact]
    what are cookies? [cookie-what-are]  how do I delete them? [cookie-delete]  and on an iPhone? [browser-help-safari]
    what are cookies? [cookie-what-are]  can I say no to them? [cookie-refuse]  and in Firefox? [browser-help-firefox]
    why do you ask about my religion? [equalities-why-act]  do I have to answer? [equalities-voluntary]  is it anonymous? [equalities-anonymous]
    can you explain data matching? [data-matching-what]  why do you do that? [data-matching-why]
    do you use my information to fight fraud? [anti-fraud-use]  are you allowed to do that? [anti-fraud-law]  where can I read about it? [anti-fraud-notice]
    what is safeguarding? [safeguarding-what]  which services do that? [safeguarding-all-services]
    what counts as sensitive information? [special-category-list]  and my health? [special-health]  what about fingerprints? [special-biometric]
    what is personal information? [personal-info-definition]  is an IP address in there? [personal-info-identifiers]
    what do you use my information for? [purpose-overview]  do you need my consent? [consent-not-needed]  what if I say no? [consent-refuse]
    wot do u use my info for [purpose-overview]  who gets it [who-we-share-with]
    what do you record when I visit the website? [weblog-collected]  can you tell it’s me? [weblog-not-identifying]
    what is insight? [insight-what]  what is it used for? [insight-purpose]  is there a notice about it? [insight-notice]
    is there a notice for each service? [service-specific-notices | service-notices-where]  where do I find them? [service-notices-where]
    what are my rights? [rights-general]  where can I read more about them? [ico-website-rights]
  `),
  'what the notice does not say, asked after an answer': dialogues(`
    what are cookies? [cookie-what-are]  how long do they last? [beyond-cookie-lifetimes]
    how do I know if this notice changes? [notice-updates]  when was it last changed? [notice-last-updated-date]
    someone complained about me, do you keep that? [complaints-about-me | purpose-complaint-about-me]  who was it? [beyond-who-reported]
    what goes on a public register? [public-registers]  even planning objections? [beyond-objector-names]
  `),
  'what is asked after a signpost': dialogues(`
    how long do you keep my records? [beyond-retention]  who do I ask? [beyond-retention | clarify]
    my bin was not collected [beyond-business-bins-and-streets]  who do I ask? [beyond-business-bins-and-streets]  do you sell my details? [no-selling]
    was there a data breach? [beyond-hacked-breach]  was mine in it? [beyond-hacked-breach]  do I get compensation? [beyond-compensation]
    who reported me? [beyond-who-reported]  so I can’t find out? [beyond-who-reported | withhold-informant]
    Can I ask for somebody else’s records? [beyond-acting-for-other]  and if she has died? [beyond-dead-records]
    can you tell me what my GP has written about me? [beyond-other-health]  who do I ask then? [beyond-other-health]
    how do I make a freedom of information request? [beyond-foi-fees-deadlines]  how long does that take? [beyond-foi-fees-deadlines]
    in which country is my information stored? [beyond-data-location]  is it safe there? [beyond-security]
    I need a parking permit [beyond-business-parking]  how much is it? [beyond-business-parking]
    who reads what I type here? [beyond-this-chat]  do you keep it? [beyond-this-chat]
    my request is late [beyond-sar-gone-wrong]  who do I complain to? [beyond-complaint-how | beyond-sar-gone-wrong | ico-contact | complaint:write]
  `),
  'what is wanted after it was talked about': dialogues(`
    what’s a subject access request? [sar-what]  how do I do that? [access:start]  yes [access:forWhom]
    how do I ask for my records? [sar-how-to-ask]  can you do it for me? [access:start]  no thanks [offerDeclined]  yes [chat-bare-answer]
    how do I get my records? [sar-how-to-ask]  can you start it for me? [access:start]  yes [access:forWhom]  is it really free? [sar-free + access:forWhom]  my own [access:fullName]
    how do I ask for my records? [sar-how-to-ask]  can you do it for me? [access:start]  is it free? [sar-free]
    can I object to how you use my data? [objection-when]  how do I do that? [objection:start]  no [offerDeclined]
    can I object to you using my data? [objection-when]  let me do that [objection:start]  yes please [objection:objectionUse]
  `),
  'what is asked in the middle of a request': dialogues(`
    send me the records please [access:forWhom]  how long does that take? [sar-deadline + access:forWhom]  my own [access:fullName]  Sarah Khan [access:contact]
    send me the records please [access:forWhom]  is it free? [sar-free + access:forWhom]  myself [access:fullName]
    send me the records please [access:forWhom]  me [access:fullName]  who do you share my information with? [who-we-share-with + access:fullName]  what about the police? [sharing-police + access:fullName]  Sarah Khan [access:contact]
    send me the records please [access:forWhom]  my own [access:fullName]  why? [access:fullName]  Sarah Khan [access:contact]  do you sell my email? [no-selling + access:contact]  sarah@example.org [access:emailCode]  skip [access:services]
    send me the records please [access:forWhom]  do I get to see everything? [sar-see-everything + access:forWhom]  and the emails? [sar-notes-emails-recordings + access:forWhom]
    send me the records please [access:forWhom]  what if I can’t write? [sar-help-writing + access:forWhom]  my own [access:fullName]
    give me all the records [access:forWhom]  does that cost anything? [sar-free + access:forWhom]  go back [access:forWhom]
    I want a copy of my social care file [access:fullName]  how long do you keep it? [beyond-retention + access:fullName]  Sarah Khan [access:contact]
    please send me the records [access:forWhom]  do you sell my details? [no-selling + access:forWhom]  are you sure? [no-selling + access:forWhom]  mine [access:fullName]
    please send me the records [access:forWhom]  I want to kill myself [safety-suicidal + access:forWhom]  mine [access:fullName]
    I object to you using my details [objection:objectionUse]  newsletters [objection:forWhom]  do you sell my details? [no-selling + objection:forWhom]  me [objection:fullName]
    send me the records please [access:forWhom]  I also want my address corrected [access:forWhom]  my own [access:fullName]
    send me the records please [access:forWhom]  cancel [access:forWhom]  Yes, stop [cancelled]  is it free to ask for my records? [sar-free]
    send me my file [access:fullName]  stop [access:fullName]  yes [cancelled]  do you sell it? [no-selling]
    send me my file [access:fullName]  stop [access:fullName]  no [access:fullName]  Sarah Khan [access:contact]
  `),
  'a full question, which has nothing to do with the topic': dialogues(`
    do you share with the police? [sharing-police]  how do I delete cookies in Chrome? [browser-help-chrome | cookie-delete]
    do you sell my information? [no-selling]  what does the data protection officer do? [dpo-what]
    what are cookies? [cookie-what-are]  do you share with the Home Office? [sharing-home-office]
    when can I have my information deleted? [erasure-what | erasure-no-longer-needed]  how long do you keep council tax records? [beyond-retention | beyond-service-holds]
    why do you ask about my religion? [equalities-why-act]  is the library open on Sunday? [beyond-council-contact | beyond-business-other]
    who is the data controller? [controller]  my recycling bin is full [beyond-business-bins-and-streets]
    what does the ICO do? [ico-what]  I want a copy of my housing file [access:fullName | access:start]
    do you sell my details? [no-selling]  do I have a right to object to marketing? [objection-marketing]
    he beats me and I need help [safety-domestic-abuse]  do you share with the police? [sharing-police]
    you are useless [chat-abuse | chat-frustrated]  do you share with the police? [sharing-police]
    what’s the weather like? [beyond-offtopic]  ok, do you sell my details? [no-selling]
  `),
  'short, bare words': dialogues(`
    do you sell my details? [no-selling]  who? [who-we-share-with]
    what are cookies? [cookie-what-are]  police [sharing-police | beyond-police-request | purpose-crime]
    do you share with the police? [sharing-police]  council tax [purpose-council-tax | beyond-business-council-tax]
    hi there [chat-greeting]  do you sell my details? [no-selling]  great, thanks [chat-thanks-bye]
    do you sell my details? [no-selling]  yes [chat-bare-answer]  no [chat-bare-answer]
    can I see what you hold about me? [sar-right | sar-see-everything | sar-how-to-ask | access:start]  no [offerDeclined | chat-bare-answer]
  `),
  'a button, which sends a title': dialogues(`
    do you sell my details? [no-selling]  Who the council shares information with [who-we-share-with]  Whether the council sells information [no-selling]
    how do I ask for my records? [sar-how-to-ask]  How long the council has to reply [sar-deadline]  Ask for a copy of your information [access:fullName]
    can I object to how you use my data? [objection-when]  Object to how your information is used [objection:objectionUse]
    send me the records please [access:forWhom]  Someone else’s [access:relationship]  my client [access:subjectName]
  `),
};
