/** The bodies that are found in a file of code, each once. */
import type { Span } from '../../finding.ts';
import { anyWithin } from '../../json/ordered.ts';
import type { JsonDocument, JsonNode, ObjectNode } from '../../json/parse.ts';
import type { TextMap } from '../../json/textMap.ts';
import type { Operation } from '../../model/security.ts';
import {
  type Contained,
  type ContainerText,
  type PassedOver,
  type PassedOverReason,
  type Target,
  uniqueNames,
} from '../containers.ts';
import { isAnswer } from '../shape.ts';
import { codeDocument } from './codeDocument.ts';
import { hasOwnValue, isBodyLiteral, isPlainBody, topFields } from './codeShape.ts';
import type { Code, Language } from './language.ts';
import { type OperationComment, operationCommentsIn, operationSaidOf } from './operationComments.ts';
import { requestName } from './requestName.ts';
import { BodyTree } from './values/bodyTree.ts';
import type { Root } from './values/roots.ts';
import { type Moment, type Scopes, spanAt } from './values/scopes.ts';
import type { Variables } from './values/variables.ts';

interface FoundBody {
  readonly name: string;
  readonly target: Target;
  readonly document: JsonDocument;
  readonly map: TextMap;
  /** Where it begins, in the file. */
  readonly start: number;
}

/** Each takes some milliseconds, and a file that people maintain has fewer. */
const mostBodies = 500;

/** Whether it is a body, by the number of its fields at the top and whether it may have more. */
type IsBody = (tops: number, isOpen: boolean) => boolean;

interface CodeToCollect {
  readonly code: Code;
  readonly language: Language;
  readonly scopes: Scopes;
  readonly variables: Variables;
  readonly previous: Contained | undefined;
}

export class Collector {
  readonly #file: ContainerText;
  readonly #code: Code;
  readonly #language: Language;
  readonly #scopes: Scopes;
  readonly #variables: Variables;
  readonly #comments: readonly OperationComment[];
  readonly #found = new Map<number, FoundBody>();
  readonly #passedOver = new Map<number, PassedOver>();
  /** Where literals begin that are bodies, parts of bodies, or go somewhere else. */
  readonly #taken = new Set<number>();
  /** There are more bodies than are looked at. */
  #isFull = false;

  /** JSON texts of an earlier text of the file. */
  readonly #before: ReadonlyMap<string, JsonDocument>;

  constructor(file: ContainerText, { code, language, scopes, variables, previous }: CodeToCollect) {
    this.#file = file;
    this.#code = code;
    this.#language = language;
    this.#scopes = scopes;
    this.#variables = variables;
    this.#comments = operationCommentsIn(file.text, code);
    const texts = (previous?.requests ?? []).filter(({ map }) => !map.isScattered);
    this.#before = new Map(texts.map(({ document }) => [document.text, document]));
  }

  isTaken({ start }: Span): boolean {
    return this.#taken.has(start);
  }

  pass(span: Span, why: PassedOverReason): void {
    this.#passedOver.set(span.start, { span, why });
  }

  contained(): Contained {
    const found = [...this.#found.values()].sort((a, b) => a.start - b.start);
    const names = uniqueNames(found.map(({ name }) => name));
    const requests = found.map(({ target, document, map }, at) => ({
      name: names[at] as string,
      target,
      document,
      map,
    }));
    // What goes somewhere else is taken, too.
    const isRead = ({ span: { start }, why }: PassedOver) =>
      why === 'endpoint' ? this.#found.has(start) : this.#taken.has(start);
    const passedOver = [...this.#passedOver.values()].filter((each) => !isRead(each));
    passedOver.sort((a, b) => a.span.start - b.span.start);
    return { requests, files: [], passedOver, ...(this.#isFull && { unread: { requests: mostBodies } }) };
  }

  /** What goes to another endpoint is not one of our bodies, whatever it looks like. */
  addElsewhere(root: Root): void {
    if (this.#found.has(root.span.start)) return;
    const tree = this.#tree(root);
    const node = root.node?.(tree);
    for (const { start } of [root.span, ...tree.spans]) this.#taken.add(start);
    if (node?.type === 'object' && topFields(node) > 1)
      this.#passedOver.set(root.span.start, { span: root.span, why: 'endpoint' });
  }

  /** Whether it is one. `moment`: of the call that sends it. */
  add(root: Root, target: Target, moment: Moment, isBody: IsBody): boolean {
    const known = this.#found.get(root.span.start);
    const commented = this.commentedOperation(root, moment);
    const isOther = known && known.target.operation !== target.operation && !commented;
    if (isOther) this.#found.set(root.span.start, { ...known, target: { operation: undefined, occurrence: false } });
    if (known) return true;
    if (this.#found.size >= mostBodies) {
      this.#isFull = true;
      return true;
    }
    const to = commented ? { ...target, operation: commented } : target;
    const why = root.written
      ? this.#addText(root, to, moment, isBody)
      : this.#addTree(root, to, moment, commented ? () => true : isBody);
    if (why) this.pass(root.span, why);
    return why === undefined;
  }

  #addTree(root: Root, target: Target, moment: Moment, isBody: IsBody): PassedOverReason | undefined {
    const tree = this.#tree(root);
    const node = root.node?.(tree);
    if (node?.type !== 'object' || (node.properties.length === 0 && node.rest)) return 'too-dynamic';
    if (isAnswerTo(node, target)) return 'response';
    if (!isBody(topFields(node), node.rest !== undefined)) return 'unknown-endpoint';
    for (const { start } of [root.span, node.span, ...tree.spans]) this.#taken.add(start);
    const { spans } = tree;
    const isComplete = tree.isComplete && !this.#isBroken(root.span, moment);
    const body = codeDocument(this.#file.text, this.#code, this.#language, { root: node, isComplete, spans });
    const name = requestName(moment, root.variable, target.operation);
    this.#found.set(root.span.start, { name, target, ...body, start: node.span.start });
    return undefined;
  }

  /** Whether something between the literal and its call could not be read: it may have swallowed what is done to the body there. */
  #isBroken({ start }: Span, moment: Moment): boolean {
    const call = moment.frame.events[moment.at];
    const { errors = [] } = this.#code.parsed ?? {};
    return call !== undefined && anyWithin(errors, start, spanAt(call.statement.span, moment).end - 1);
  }

  #addText(root: Root, target: Target, moment: Moment, isBody: IsBody): PassedOverReason | undefined {
    const { text, map } = root.written as NonNullable<Root['written']>;
    const document = this.#textDocument(text);
    if (document.root?.type !== 'object') return 'not-json';
    if (isAnswerTo(document.root, target)) return 'response';
    if (!isBody(topFields(document.root), false)) return 'unknown-endpoint';
    const { start } = root.span;
    this.#taken.add(start);
    const name = requestName(moment, root.variable, target.operation);
    this.#found.set(start, { name, target, document, map, start });
    return undefined;
  }

  /** A passcode cannot be written into it, since it would be there as a literal. The same tree as before for the same text. */
  #textDocument(text: string): JsonDocument {
    const known = this.#before.get(text);
    const code = { isComplete: true, value: JSON.stringify, passcode: undefined, comment: '//' as const };
    return known ?? { ...this.#file.parse(text), code };
  }

  /** `isAlone`: nothing else says so. */
  looksLikeBody(root: Root, isAlone = false): boolean {
    const node = this.#nodeOf(root);
    return node?.type === 'object' && isBodyLiteral(node) && (!isAlone || hasOwnValue(node));
  }

  /** It has fields of Zoom's alone, though none of `settings`. */
  looksPlain(root: Root): boolean {
    const node = this.#nodeOf(root);
    return node?.type === 'object' && isPlainBody(node);
  }

  #nodeOf(root: Root): JsonNode | undefined {
    return root.written ? this.#file.parse(root.written.text).root : root.node?.(this.#tree(root));
  }

  /** Some bodies have a comment that says what they are sent to. */
  get hasComments(): boolean {
    return this.#comments.length > 0;
  }

  /** What a comment says about it. */
  commentedOperation({ span, moment: written }: Root, moment: Moment): Operation | undefined {
    if (this.#comments.length === 0) return undefined;
    const starts = [written, moment].flatMap((each) => {
      const event = each.frame.events[each.at];
      return event ? [spanAt(event.statement.span, each).start] : [];
    });
    return operationSaidOf(this.#comments, [span.start, ...starts]);
  }

  #tree({ until }: Root): BodyTree {
    return new BodyTree(this.#file.text, this.#scopes, this.#variables, until, this.#language.copies);
  }
}

function isAnswerTo(node: ObjectNode, { operation }: Target): boolean {
  const isSure = operation === undefined ? isAnswer(node) : false;
  return isSure || node.properties.some(({ key }) => key === 'join_url' || key === 'start_url');
}
