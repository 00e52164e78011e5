import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkReferences, validateManifest } from '../../packaging/manifest-schema.ts';

const folder = new URL('manifests/', import.meta.url);
const read = (name: string) => readFileSync(new URL(`${name}.xml`, folder), 'utf8');
const files = ['index.html', 'media/été & co.png'];

/** Each is valid.xml spoilt in one place, and what the first message says of it. */
const refusedBySchemas = {
  'scormtype-misspelt': "25 — Element 'imscp:resource', attribute 'adlcp:scormType'",
  'scormtype-unknown': "attribute 'adlcp:scormtype': [facet 'enumeration'] The value 'SCO'",
  'scormtype-missing': "'imscp:resource': The attribute 'adlcp:scormtype' is required but missing",
  'scormtype-without-namespace': "'imscp:resource', attribute 'scormtype': The attribute 'scormtype' is not allowed",
  'adlcp-of-2004': "'{http://www.adlnet.org/xsd/adlcp_v1p3}scormtype' is not allowed",
  'adlcp-element-misspelt': "21 — Element 'adlcp:masteryScore': No matching global element declaration",
  'organizations-missing': 'Expected is ( imscp:organizations )',
  'organization-missing': "'imscp:organizations': Missing child element(s). Expected is ( imscp:organization )",
  'organizations-after-resources': "16 — Element 'imscp:resources': This element is not expected",
  'item-without-title': "19 — Element 'imscp:item': Missing child element(s). Expected is ( imscp:title )",
  'title-empty': "20 — Element 'imscp:title': [facet 'minLength']",
  'title-too-long': "20 — Element 'imscp:title': [facet 'maxLength'] The value has a length of '201'",
  'identifierref-too-long': "'imscp:item', attribute 'identifierref': [facet 'maxLength']",
  'identifier-duplicate': "25 — Element 'imscp:resource', attribute 'identifier': 'item_essai' is not a valid value",
  'identifier-with-digit-first': "'1_essai' is not a valid value of the atomic type 'xs:ID'",
  'identifier-with-space': "'item essai' is not a valid value of the atomic type 'xs:ID'",
  'identifier-missing': "'imscp:item': The attribute 'identifier' is required but missing",
  'imsmd-unknown-element': "9 — Element 'imsmd:heading': This element is not expected",
  'imsmd-title-without-langstring': "9 — Element 'imsmd:title': Character content",
  'imsmd-lang-invalid': "attribute 'xml:lang': 'français' is not a valid value",
  'resource-without-type': "'imscp:resource': The attribute 'type' is required but missing",
  'resource-unknown-attribute': "'imscp:resource', attribute 'launch': The attribute 'launch' is not allowed",
  'file-without-href': "26 — Element 'imscp:file': The attribute 'href' is required but missing",
  'schemaversion-unknown': "'imscp:schemaversion': [facet 'enumeration'] The value '2004 4th Edition'",
  'schema-missing': 'Expected is ( imscp:schema )',
  'not-well-formed': '20 — parser error',
};

/** Valid for the schemas; all that `checkReferences` says, in full. */
const refusedByReferences = {
  'reference-to-no-resource': ['19 — <item> item_essai: no resource has the identifier "res_essais"'],
  'reference-missing': ['19 — <item> item_essai has no identifierref: it opens nothing'],
  'reference-to-resource-without-href': ['19 — <item> item_essai: the resource "res_essai" has no href to open'],
  'default-names-an-item': ['16 — no organization has the identifier "item_essai" (default)'],
  'href-of-absent-file': [
    '27 — href "media/photo.png": there is no file "media/photo.png" in the package',
    '3 — no <file> lists "media/été & co.png"',
  ],
  'href-not-encoded': [
    '27 — href "media/été & co.png" is not percent-encoded',
    '3 — no <file> lists "media/été & co.png"',
  ],
  'href-badly-encoded': [
    '27 — href "media/%E9t%E9.png" is not valid percent-encoding',
    '3 — no <file> lists "media/été & co.png"',
  ],
  'href-outside': [
    '27 — href "https://exemple.invalid/photo.png" is outside of the package',
    '3 — no <file> lists "media/été & co.png"',
  ],
  'href-twice': ['28 — href "index.html" is listed twice'],
  'entry-not-listed': ['25 — href "index.html" is not one of the <file> of its resource'],
  'file-not-listed': ['3 — no <file> lists "media/été & co.png"'],
  'other-prefix': ['3 — xmlns:adl names the ADL namespace: Moodle only reads the prefix adlcp'],
  'other-root': ['3 — the root is <location>, not <manifest>'],
  'prefixed-elements': ['3 — the root is <imscp:manifest>, not <manifest>'],
  'xml-base': ['25 — xml:base moves every href: write whole paths'],
};

test('the manifest that the others spoil is accepted', async () => {
  expect(await validateManifest(read('valid'))).toEqual([]);
  expect(checkReferences(read('valid'), files)).toEqual([]);
});

test.each(Object.entries(refusedBySchemas))('the schemas refuse %s and name the culprit', async (name, culprit) => {
  const [first] = await validateManifest(read(name));
  expect(first).toMatch(/^imsmanifest\.xml:\d+ — /);
  expect(first).toContain(culprit);
});

test.each(Object.entries(refusedByReferences))(
  'the schemas let %s through, the references do not',
  async (name, problems) => {
    expect(await validateManifest(read(name))).toEqual([]);
    expect(checkReferences(read(name), files)).toEqual(problems.map((problem) => `imsmanifest.xml:${problem}`));
  },
);

test('every fixture of the folder is tested', () => {
  const tested = ['valid', ...Object.keys(refusedBySchemas), ...Object.keys(refusedByReferences)];
  expect(readdirSync(folder).toSorted()).toEqual(tested.map((name) => `${name}.xml`).toSorted());
});

test('a reference inside a comment or a CDATA section is not a reference', () => {
  const hidden = '<!-- <item identifierref="x"> --><title><![CDATA[<item identifierref="y">]]></title>';
  expect(checkReferences(read('valid').replace('<title>L’essai</title>', hidden), files)).toEqual([]);
});
