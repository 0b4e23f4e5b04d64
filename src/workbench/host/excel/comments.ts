/** How are threaded comments made, found and removed? `CommentCollection`, `Comment` and their replies. */
import { singleCell } from '../../../core/workbook';
import type { ModelComment, ModelReply } from '../../model';
import { bind, type Bindings, type TypeBinding } from '../binding';
import { HostError, invalidArgument, notFound } from '../errors';
import { cellsOf } from './address';
import type { ExcelDocument, RangeTarget } from './document';

/** `sheet: null` for the comments of the whole workbook. */
export interface CommentScope {
  readonly sheet: string | null;
}

interface CommentTarget {
  readonly id: string;
}

interface ReplyTarget {
  readonly comment: string;
  readonly id: string;
}

export function commentBindings(document: ExcelDocument): Bindings {
  const { model } = document;
  const listed = ({ sheet }: CommentScope): readonly ModelComment[] =>
    model.comments().filter((comment) => sheet === null || comment.sheet === sheet);
  const target = (comment: ModelComment | undefined): CommentTarget | null => (comment ? { id: comment.id } : null);
  const byId = (scope: CommentScope, id: unknown): CommentTarget | null => target(listed(scope).find((comment) => comment.id === id));
  const get = ({ id }: CommentTarget, member: string): ModelComment => {
    const comment = model.comments().find((candidate) => candidate.id === id);
    if (!comment) throw notFound(`Comment.${member}`);
    return comment;
  };
  const cellOf = (scope: CommentScope, value: unknown, location: string): RangeTarget => {
    const cell = document.rangeArgument(value, scope.sheet, location);
    if (cellsOf(cell.range) !== 1) throw invalidArgument(location);
    return cell;
  };
  const at = ({ sheet, range }: RangeTarget): ModelComment | undefined =>
    model.comments().find((comment) => comment.sheet === sheet && comment.row === range.top && comment.column === range.left);
  const text = (value: unknown, location: string): string => {
    if (typeof value !== 'string' || value === '') throw invalidArgument(location);
    return value;
  };
  const plainOnly = (contentType: unknown, location: string): void => {
    if (contentType !== undefined && contentType !== null && contentType !== 'Plain') throw document.gaps().raise(`${location} mentions`);
  };
  const locate = (comment: ModelComment): RangeTarget => ({ sheet: comment.sheet, range: singleCell(comment.row, comment.column) });

  const collection: TypeBinding<CommentScope> = {
    items: (scope) => listed(scope).map(({ id }) => ({ id })),
    item: byId,
    call: {
      GetCount: (scope) => listed(scope).length,
      GetItemAt: (scope, [index]) => target(listed(scope)[Number(index)]),
      GetItemOrNullObject: (scope, [id]) => byId(scope, id),
      GetItemByCell: (scope, [cell]) => target(at(cellOf(scope, cell, 'CommentCollection.getItemByCell'))),
      GetItemByReplyId: (scope, [id]) => target(listed(scope).find(({ replies }) => replies.some((reply) => reply.id === id))),
      Add: (scope, [cell, content, contentType]): CommentTarget => {
        const location = 'CommentCollection.add';
        plainOnly(contentType, location);
        const place = cellOf(scope, cell, location);
        document.guard(place.sheet, location, 'allowEditObjects');
        if (at(place)) throw new HostError('InvalidOperation', location);
        const { top, left } = place.range;
        return { id: model.addComment(place.sheet, top, left, text(content, location), document.options.userName).id };
      },
    },
  };

  const comment: TypeBinding<CommentTarget> = {
    get: {
      Id: (self) => get(self, 'id').id,
      Content: (self) => get(self, 'content').content,
      RichContent: (self) => get(self, 'richContent').content,
      ContentType: (self) => (get(self, 'contentType'), 'Plain'),
      Mentions: (self) => (get(self, 'mentions'), []),
      AuthorName: (self) => get(self, 'authorName').author,
      AuthorEmail: (self) => (get(self, 'authorEmail'), ''),
      Resolved: (self) => document.resolvedComments.has(get(self, 'resolved').id),
    },
    set: {
      Content: (self, value) => {
        document.guard(get(self, 'content').sheet, 'Comment.content', 'allowEditObjects');
        model.setCommentContent(self.id, text(value, 'Comment.content'));
      },
      Resolved: (self, value) => {
        if (value === true) document.resolvedComments.add(get(self, 'resolved').id);
        else document.resolvedComments.delete(self.id);
      },
    },
    navigate: { Replies: (self) => ({ id: get(self, 'replies').id }) },
    call: {
      GetLocation: (self) => locate(get(self, 'getLocation')),
      Delete: (self) => {
        document.guard(get(self, 'delete').sheet, 'Comment.delete', 'allowEditObjects');
        model.deleteComment(self.id);
        document.resolvedComments.delete(self.id);
      },
    },
  };

  const reply = (comments: CommentTarget, id: unknown): ReplyTarget | null =>
    get(comments, 'replies').replies.some((own) => own.id === id) ? { comment: comments.id, id: String(id) } : null;
  const getReply = ({ comment: owner, id }: ReplyTarget, member: string): ModelReply => {
    const found = get({ id: owner }, 'replies').replies.find((own) => own.id === id);
    if (!found) throw notFound(`CommentReply.${member}`);
    return found;
  };
  const replies: TypeBinding<CommentTarget> = {
    items: (self) => get(self, 'replies').replies.map(({ id }) => ({ comment: self.id, id })),
    item: reply,
    call: {
      GetCount: (self) => get(self, 'replies').replies.length,
      GetItemAt: (self, [index]) => reply(self, get(self, 'replies').replies[Number(index)]?.id),
      GetItemOrNullObject: (self, [id]) => reply(self, id),
      Add: (self, [content, contentType]): ReplyTarget => {
        const location = 'CommentReplyCollection.add';
        plainOnly(contentType, location);
        document.guard(get(self, 'replies').sheet, location, 'allowEditObjects');
        return { comment: self.id, id: model.addReply(self.id, text(content, location), document.options.userName).id };
      },
    },
  };
  const replyBinding: TypeBinding<ReplyTarget> = {
    get: {
      Id: (self) => getReply(self, 'id').id,
      Content: (self) => getReply(self, 'content').content,
      RichContent: (self) => getReply(self, 'richContent').content,
      ContentType: (self) => (getReply(self, 'contentType'), 'Plain'),
      Mentions: (self) => (getReply(self, 'mentions'), []),
      AuthorName: (self) => getReply(self, 'authorName').author,
      AuthorEmail: (self) => (getReply(self, 'authorEmail'), ''),
      Resolved: ({ comment: owner }) => document.resolvedComments.has(get({ id: owner }, 'resolved').id),
    },
    set: {
      Content: (self, value) => model.setCommentContent(getReply(self, 'content').id, text(value, 'CommentReply.content')),
    },
    call: {
      GetLocation: ({ comment: owner }) => locate(get({ id: owner }, 'getLocation')),
      GetParentComment: ({ comment: owner }): CommentTarget => ({ id: owner }),
      Delete: (self) => model.deleteComment(getReply(self, 'delete').id),
    },
  };
  return {
    CommentCollection: bind(collection),
    Comment: bind(comment),
    CommentReplyCollection: bind(replies),
    CommentReply: bind(replyBinding),
  };
}
