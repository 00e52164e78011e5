/** Without NUL nor half of a pair: Moodle drops the one and throws on the other. */
export const wellFormed = (text: string): string =>
  text.replace(/\0/g, '').replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
