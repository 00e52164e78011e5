import type { Token } from 'marked';
import type { AuthoringTools, BlockType, DirectiveNode, StaticType } from './block-type.ts';
import { check } from './check.ts';
import { type DirectiveToken, factIds, isDirective, lex, parseAttributes } from './directive.ts';
import { plainText } from './escape.ts';
import { HEADER_FAULT, INCLUDE, INCLUDE_ATTRIBUTES, type Including, readFragment } from './include.ts';
import { type Issue, nearest, type Position, quoted } from './issue.ts';
import { type MarkdownContext, renderBlock, renderInline, renderMarkdown } from './markdown.ts';
import { type Term, termHtml, unknownTerm } from './terms.ts';

/** What an author may write: the lists of `blocks/authoring.ts`. */
export interface Vocabulary {
  blocks: readonly BlockType[];
  statics: readonly StaticType[];
}

/** A block that was read and checked, and waits for its numbers. */
export interface Draft {
  type: BlockType;
  directive: string;
  id: string;
  data: unknown;
  items: readonly string[];
  competencies: readonly string[];
  facts: readonly string[];
  node: DirectiveNode;
  tools: AuthoringTools;
  /** The `inclure` lines that led to it, outermost first; none on a page's own text. */
  included: readonly Position[];
  quiz?: Draft;
}

/** A page in reading order: prose, blocks, and the opening and closing of a block that holds others. */
export type Segment = { html: string } | { draft: Draft } | { close: Draft };

/** What the course knows while a page is read. */
export interface PageContext extends Omit<MarkdownContext, 'issue' | 'directive' | 'term'> {
  file: string;
  vocabulary: Vocabulary;
  report(issue: Issue): void;
  fact: AuthoringTools['fact'];
  competency: AuthoringTools['competency'];
  resolve: AuthoringTools['link'];
  media: AuthoringTools['media'];
  document: AuthoringTools['document'];
  terms: ReadonlyMap<string, Term>;
  /** Another one at each call, in the whole course. */
  nextTermId(): string;
  useFacts(ids: readonly string[], line: number): void;
  including: Including;
  /** The same page, seen from a shared text that is included at this line. */
  within(file: string, line: number): PageContext;
}

/** Letter of the blocks that have a right answer. */
export const GRADED = 'Q';

export function readPage(markdown: string, firstLine: number, page: PageContext): Segment[] {
  return readBody(markdown, firstLine, page, undefined);
}

function readBody(markdown: string, firstLine: number, page: PageContext, quiz: Draft | undefined): Segment[] {
  const segments: Segment[] = [];
  for (const { token, line } of lex(markdown, firstLine)) {
    if (isDirective(token)) segments.push(...readDirective(token, line, page, quiz));
    else if (token.type !== 'space') segments.push({ html: renderProse(token, line, page) });
  }
  return segments;
}

const renderProse = (token: Token, line: number, page: PageContext) => renderBlock(token, line, contextOf(page));

/** Prose outside blocks: a directive met here is a mistake of nesting. */
function contextOf(page: PageContext): MarkdownContext {
  const issue: MarkdownContext['issue'] = (line, code, message, hint) =>
    page.report({ file: page.file, line, code, message, ...(hint && { hint }) });
  return {
    issue,
    link: page.link,
    image: page.image,
    term: (id, words, line) => drawTerm(id, words, line, page, issue),
    directive: (token, line) => nestedStatic(token, line, page, issue),
  };
}

/** The definition is prose without links: it may open over any page. */
function drawTerm(id: string, words: string, line: number, page: PageContext, issue: MarkdownContext['issue']) {
  const term = page.terms.get(id);
  if (!term) {
    const { code, message, hint } = unknownTerm(id, page.terms);
    issue(line, code, message, hint);
    return undefined;
  }
  const nothing = () => undefined;
  const draw = (markdown: string) =>
    renderInline(markdown, term.line, {
      issue: nothing,
      link: nothing,
      image: nothing,
      term: nothing,
      directive: nothing,
    });
  return termHtml(words, draw(term.words), draw(term.definition), page.nextTermId());
}

/** Inside a callout or a question only what draws may stand: no question in a question. */
function nestedStatic(token: DirectiveToken, line: number, page: PageContext, issue: MarkdownContext['issue']): string {
  const type = page.vocabulary.statics.find(({ directives }) => directives.includes(token.name));
  if (type) return drawStatic(type, token, line, page);
  if (page.vocabulary.blocks.some(({ directives }) => directives.includes(token.name))) {
    issue(
      line,
      'bloc/imbrication',
      `${quoted(token.name)} ne peut pas se trouver dans un autre bloc`,
      'Sortez-le du bloc qui l’entoure\u202f; seul un quiz contient des questions.',
    );
  } else if (token.name === INCLUDE) {
    issue(
      line,
      'inclure/place',
      'un texte partagé ne peut pas être inclus dans un autre bloc',
      'Sortez-le du bloc qui l’entoure\u202f; seul un quiz peut inclure un texte, qui contient ses questions.',
    );
  } else unknownDirective(token, line, page);
  return '';
}

function readDirective(token: DirectiveToken, line: number, page: PageContext, quiz: Draft | undefined): Segment[] {
  if (token.name === INCLUDE) return readIncluded(token, line, page, quiz);
  const statics = page.vocabulary.statics.find(({ directives }) => directives.includes(token.name));
  if (statics) return [{ html: drawStatic(statics, token, line, page) }];
  const type = page.vocabulary.blocks.find(({ directives }) => directives.includes(token.name));
  if (!type) {
    unknownDirective(token, line, page);
    return [];
  }
  const node = nodeOf(token, line, page, ['id', 'competences', 'faits', ...type.attributes]);
  if (quiz && type.letter !== GRADED) {
    page.report({
      file: page.file,
      line,
      code: 'quiz/contenu',
      message: `un quiz ne contient que des questions, pas ${quoted(token.name)}`,
      hint: 'Placez ce bloc avant ou après le quiz.',
    });
    return [];
  }
  const draft = draftOf(type, node, page);
  if (!draft) return [];
  if (quiz) draft.quiz = quiz;
  if (!type.container) return [{ draft }];
  const inside = readBody(token.body, line + 1, page, draft);
  type.inside?.(draft.data, inside.filter((segment) => 'draft' in segment).length, node, draft.tools);
  return [{ draft }, ...inside, { close: draft }];
}

/** A shared text is read where it is included: its blocks are the page's own. */
function readIncluded(token: DirectiveToken, line: number, page: PageContext, quiz: Draft | undefined): Segment[] {
  nodeOf(token, line, page, INCLUDE_ATTRIBUTES);
  if (token.closed && token.body.trim())
    page.report({
      file: page.file,
      line: line + 1,
      code: 'inclure/contenu',
      message: 'ce bloc ne contient rien\u00a0: il prend la place du texte partagé',
      hint: 'Placez ces lignes après le ::: qui ferme le bloc, ou dans le texte partagé.',
    });
  const read = readFragment(token.attributes, page.file, page.including);
  if ('fault' in read) {
    page.report({ file: page.file, line, ...read.fault });
    return [];
  }
  const { file, body, bodyLine } = read.fragment;
  if (bodyLine > 1) page.report({ file, line: 1, ...HEADER_FAULT });
  return readBody(body, bodyLine, page.within(file, line), quiz);
}

function draftOf(type: BlockType, node: DirectiveNode, page: PageContext): Draft | undefined {
  const { values } = node.attributes;
  const id = values.get('id') ?? type.idOptional;
  const say = (line: number, code: string, message: string, hint?: string) =>
    page.report({ file: page.file, line, code, message, ...(hint && { hint }) });
  if (!id) {
    say(
      node.line,
      'bloc/id',
      `il manque l’identifiant de ce bloc ${quoted(node.name)}`,
      `Écrivez :::${node.name}{id=un-nom-court}.`,
    );
    return undefined;
  }
  if (!/^[a-z][a-z0-9-]{0,47}$/.test(id)) {
    say(
      node.line,
      'bloc/id-forme',
      `l’identifiant ${quoted(id)} n’est pas utilisable`,
      'Écrivez-le avec des minuscules, des chiffres et des tirets, sans accent, 48 signes au plus.',
    );
    return undefined;
  }
  const competencies = (values.get('competences') ?? '').split(/\s+/).filter(Boolean);
  for (const code of competencies) if (!page.competency(code)) unknownCompetency(code, node.line, page);
  if (competencies.length > 2)
    say(
      node.line,
      'bloc/competences',
      'plus de deux compétences pour un même bloc',
      'Gardez les deux que la réponse prouve le mieux.',
    );
  const facts = factIds(values);
  page.useFacts(facts, node.line);
  const tools = toolsOf(page, node);
  const checked = check(type.schema, type.read(node, tools), { file: page.file, line: node.line }, node.name);
  for (const issue of checked.issues) page.report(issue);
  if (checked.value === undefined) return undefined;
  return {
    type,
    directive: node.name,
    id,
    data: checked.value,
    items: type.items?.(checked.value) ?? [],
    competencies,
    facts,
    node,
    tools,
    included: page.including.included,
  };
}

export function unknownCompetency(code: string, line: number, page: Pick<PageContext, 'file' | 'report'>): void {
  page.report({
    file: page.file,
    line,
    code: 'competence/inconnue',
    message: `la compétence ${quoted(code)} n’existe pas`,
    hint: 'Reprenez un identifiant de competencies.yaml.',
  });
}

function toolsOf(page: PageContext, node: DirectiveNode): AuthoringTools {
  const context = contextOf(page);
  return {
    html: (markdown, line) => renderMarkdown(markdown, line, context),
    inline: (markdown, line) => renderInline(markdown, line, { ...context, term: misplacedTerm(context) }),
    text: (markdown, line) => {
      const issue = line === undefined ? () => undefined : context.issue;
      return plainText(renderInline(markdown, line ?? node.line, { ...context, issue, term: () => undefined }));
    },
    issue: (line, code, message, hint) => context.issue(line, code, message, hint),
    fact: page.fact,
    competency: page.competency,
    link: page.resolve,
    media: page.media,
    document: page.document,
  };
}

/** What is chosen, sorted or named is a control or its label: it cannot hold another one. */
const misplacedTerm =
  ({ issue }: MarkdownContext): MarkdownContext['term'] =>
  (id, _words, line) => {
    issue(
      line,
      'glossaire/place',
      `le terme ${quoted(id)} ne peut pas s’ouvrir ici\u00a0: ce texte se choisit, se range ou sert de titre`,
      'Écrivez le mot sans lien\u202f; liez-le dans le texte qui précède ou dans une explication.',
    );
    return undefined;
  };

function drawStatic(type: StaticType, token: DirectiveToken, line: number, page: PageContext): string {
  const node = nodeOf(token, line, page, ['faits', ...type.attributes]);
  page.useFacts(factIds(node.attributes.values), line);
  return type.render(node, toolsOf(page, node));
}

function nodeOf(token: DirectiveToken, line: number, page: PageContext, allowed: readonly string[]): DirectiveNode {
  const attributes = parseAttributes(token.attributes);
  const say = (code: string, message: string, hint: string) =>
    page.report({ file: page.file, line, code, message, hint });
  if (!token.closed) {
    say(
      'bloc/non-ferme',
      `le bloc ${quoted(token.name)} ouvert ici n’est jamais fermé`,
      `Ajoutez une ligne ${token.fence} après son contenu.`,
    );
  }
  for (const text of attributes.unread)
    say(
      'bloc/attribut-illisible',
      `attribut illisible ou répété\u00a0: ${text}`,
      'Écrivez nom=valeur, ou nom="plusieurs mots", séparés par des espaces.',
    );
  for (const name of attributes.values.keys()) {
    if (allowed.includes(name)) continue;
    const close = nearest(name, allowed);
    say(
      'bloc/attribut-inconnu',
      `${quoted(token.name)} n’a pas d’attribut ${quoted(name)}`,
      close ? `Vouliez-vous dire ${quoted(close)}\u202f?` : `Attributs possibles\u00a0: ${allowed.join(', ')}.`,
    );
  }
  return { name: token.name, attributes, body: token.body, file: page.file, line };
}

function unknownDirective(token: DirectiveToken, line: number, page: PageContext): void {
  const { blocks, statics } = page.vocabulary;
  const known = [...[...blocks, ...statics].flatMap(({ directives }) => directives), INCLUDE];
  const close = nearest(token.name, known);
  page.report({
    file: page.file,
    line,
    code: 'bloc/inconnu',
    message: `le bloc ${quoted(token.name)} n’existe pas`,
    hint: close ? `Vouliez-vous dire ${quoted(close)}\u202f?` : `Blocs possibles\u00a0: ${known.join(', ')}.`,
  });
}
