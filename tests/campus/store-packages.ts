import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';

export const COURSE = 'https://editeur.example/cours';
export const BLOCK = `${COURSE}/bloc`;
const words = (name: string, text: string) => `<${name}><langstring lang="fr-FR">${text}</langstring></${name}>`;
const titled = (text: string) => words('title', text) + words('description', text);
const MOVE_ON = ['Passed', 'Completed', 'CompletedAndPassed', 'CompletedOrPassed', 'NotApplicable'] as const;

/** A unit of each way to move on, the first two in a block; as other tools write it, comments and attributes in any order. */
const CMI5 = `<?xml version="1.0"?>
<!-- <au id="https://editeur.example/absent"><url>absent.html</url></au> -->
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="${COURSE}">${titled('Cours &amp; modules')}</course>
  <block id="${BLOCK}">${titled('Le bloc')}
    ${MOVE_ON.slice(0, 2).map(unit).join('')}
  </block>
  ${MOVE_ON.slice(2).map(unit).join('')}
</courseStructure>`;

function unit(moveOn: string) {
  const own = moveOn === 'Passed' ? ' masteryScore="0.8"  launchMethod="OwnWindow"' : '';
  const more =
    moveOn === 'Passed'
      ? '<launchParameters><![CDATA[{"a":1}]]></launchParameters><entitlementKey>abc</entitlementKey>'
      : '';
  return `<au moveOn="${moveOn}" id="${COURSE}/${moveOn}"${own}>${titled(`Module ${moveOn}`)}<url>${moveOn}.html?deja=1</url>${more}</au>`;
}

const TINCAN = `<tincan xmlns="http://projecttincan.com/tincan.xsd"><activities>
  <activity id="${COURSE}" type="http://adlnet.gov/expapi/activities/course"><name>Cours</name><description lang="fr">Cours</description><launch lang="fr">index.html</launch></activity>
  <activity id="${COURSE}/question" type="http://adlnet.gov/expapi/activities/cmi.interaction"><name>Question</name></activity>
</activities></tincan>`;

/** A folder with a package of each kind, made by hand as by another tool. */
export function storePackages(): string {
  const folder = mkdtempSync(join(tmpdir(), 'campus-zips-'));
  const page = strToU8('<!doctype html><title>Module</title>');
  writeFileSync(
    join(folder, 'essai-cmi5.zip'),
    zipSync({
      'cmi5.xml': strToU8(CMI5),
      ...Object.fromEntries(MOVE_ON.map((name) => [`${name}.html`, page])),
    }),
  );
  writeFileSync(join(folder, 'essai-xapi.zip'), zipSync({ 'tincan.xml': strToU8(TINCAN), 'index.html': page }));
  return folder;
}
