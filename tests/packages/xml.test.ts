import { expect, test } from 'vitest';
import { el, escapeXml, xmlDocument } from '../../packaging/xml.ts';

test('nested elements are indented by two spaces, text stays beside its tags', () => {
  const tree = el('a', { n: 1, gone: undefined, on: true }, el('b', {}, el('c', {}, 'mot')), el('d', { e: 'f' }), '');
  expect(xmlDocument(tree)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<a n="1" on="true">
  <b>
    <c>mot</c>
  </b>
  <d e="f"/>
</a>
`);
});

test('attribute values are escaped, quotes and line breaks included', () => {
  expect(el('a', { title: '« L’été » & "moi" <\n>' })).toBe(
    '<a title="« L’été » &amp; &quot;moi&quot; &lt;&#10;&gt;"/>',
  );
});

test('a line break in a text survives the indentation', () => {
  const text = escapeXml('un\ndeux\u2028trois\tquatre\r');
  expect(el('a', {}, el('b', {}, text))).toBe('<a>\n  <b>un&#10;deux\u2028trois&#9;quatre&#13;</b>\n</a>');
});

test('no space is added where text and elements are mixed', () => {
  expect(el('p', {}, 'avant ', el('b', {}, 'gras'), ' après')).toBe('<p>avant <b>gras</b> après</p>');
});

test('characters that XML 1.0 forbids are removed, an emoji is kept', () => {
  expect(escapeXml('a\u0000b\u0008\u000b\u001fc\ufffe\uffffd\ud800e\udc00 👩🏽‍🏫 \u0085\ufffd')).toBe(
    'abcde 👩🏽‍🏫 \u0085\ufffd',
  );
});
