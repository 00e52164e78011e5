import { createKey } from '../../../src/campus/lrs/keys.ts';
import { openStore } from '../../../src/campus/lrs/store.ts';
import { serveLrs } from './serve.ts';

/** A record store in a process of its own, to be killed. Prints its address, key and secret on one line. */
const store = openStore({ file: process.argv[2]! });
const { key, secret } = createKey(store, { label: 'Essai', scope: 'all' });
const { url } = await serveLrs(store, { bodyBytes: 1_000_000, requestsPerMinute: 1e9 });
console.log(url, key, secret);
