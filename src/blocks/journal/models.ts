/** Ways to look back on a moment of work: what an entry's parts are when its author lists none. */
export const MODELS = {
  quoi: [
    {
      label: 'Ce qui s’est passé',
      hint: 'Des faits, pas encore d’explication\u00a0: où, quand, avec qui, ce que vous avez fait et dit.',
    },
    { label: 'Ce que j’en comprends', hint: '' },
    { label: 'Ce que je ferai la prochaine fois', hint: '' },
  ],
  gibbs: [
    { label: 'Ce qui s’est passé', hint: 'Les faits, dans l’ordre, sans les juger.' },
    { label: 'Ce que j’ai ressenti et pensé', hint: 'Sur le moment, puis après.' },
    { label: 'Ce qui a marché, ce qui n’a pas marché', hint: '' },
    { label: 'Ce que j’en comprends', hint: 'Ce qui l’explique\u00a0: la situation, les autres, vous, les règles.' },
    { label: 'Ce que j’aurais pu faire d’autre', hint: '' },
    { label: 'Ce que je ferai la prochaine fois', hint: 'Un geste précis, et quand.' },
  ],
  explicitation: [
    { label: 'Le moment choisi', hint: 'Quelques minutes, pas plus\u00a0: où étiez-vous, que voyiez-vous\u202f?' },
    { label: 'Ce que j’ai fait, geste après geste', hint: 'Par quoi avez-vous commencé\u202f? Et juste après\u202f?' },
    { label: 'Ce que j’ai pris en compte', hint: 'Ce que vous avez vu, entendu, vérifié pour décider.' },
    { label: 'Ce que je cherchais à ce moment-là', hint: '' },
    { label: 'Ce que j’apprends de ma façon de faire', hint: '' },
  ],
  libre: [{ label: 'Mon texte', hint: '' }],
} as const;

export type ModelName = keyof typeof MODELS;
