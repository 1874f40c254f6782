// Makes a key: writes the private half to private.pem, prints the settings with the public one. node keys.mjs
import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
writeFileSync('private.pem', privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
const key = publicKey.export({ type: 'spki', format: 'pem' });
const identity = { issuer: 'https://shop.example', keys: [{ kid: 'example', alg: 'EdDSA', key }] };
console.log(JSON.stringify({ identity }, null, 2));
