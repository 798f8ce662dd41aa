import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { generate } from 'selfsigned';

/** The hosts that the extension serves. */
export const GUIDED_HOSTS = ['elearn.hrd.gov.tw', 'www.cp.gov.tw', 'www.gov.tw'];

/** One request as a site sees it. `host` is without port, `path` as sent (still percent-encoded), `body` is read as UTF-8. */
export interface SiteRequest {
  method: string;
  host: string;
  path: string;
  query: URLSearchParams;
  body: string;
  cookies: Record<string, string>;
}

/**
 * What a site answers. Without `status` it is 200, or 302 where `redirect` (an address) is given. Unless `headers` say
 * otherwise the body is HTML in UTF-8 and is not to be stored.
 */
export interface SiteAnswer {
  status?: number;
  headers?: Record<string, string | string[]>;
  body?: string;
  redirect?: string;
}

export interface SiteServer {
  port: number;
  /** Cuts every connection and resolves when the port is free. */
  close(): Promise<void>;
}

/** An answer, or `null` for a page that the site does not have. A promise makes a slow page. */
export type AnswerSiteRequest = (request: SiteRequest) => SiteAnswer | null | Promise<SiteAnswer | null>;

const NO_SUCH_PAGE: SiteAnswer = {
  status: 404,
  body: plainPage('找不到這個網頁', '這裡沒有您要的網頁。'),
};

/**
 * Serves HTTPS on 127.0.0.1, on a port that the system chooses, with a certificate made for this run.
 *
 * An `answer` that throws gives a page of status 500 with the error's text, so that it shows where it is looked for.
 *
 * @param hosts the names in the certificate
 */
export async function startSiteServer(answer: AnswerSiteRequest, hosts: readonly string[] = GUIDED_HOSTS): Promise<SiteServer> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'Test sites' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2, value })) }],
  });
  const server = createServer({ key, cert }, (incoming, outgoing) => {
    void respond(answer, incoming, outgoing);
  });
  // The default of 5 s lets a connection go just when a browser takes it up again.
  server.keepAliveTimeout = 120_000;
  // The raw sockets: an idle or half-open one would hold `close` up.
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // Browsers break connections off at will.
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

async function respond(answer: AnswerSiteRequest, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  let reply: SiteAnswer;
  try {
    reply = (await answer(await readRequest(incoming))) ?? NO_SUCH_PAGE;
  } catch (error) {
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    reply = { status: 500, body: plainPage('伺服器錯誤', trace) };
  }
  outgoing.statusCode = reply.status ?? (reply.redirect === undefined ? 200 : 302);
  outgoing.setHeader('Content-Type', 'text/html; charset=utf-8');
  outgoing.setHeader('Cache-Control', 'no-store');
  if (reply.redirect !== undefined) outgoing.setHeader('Location', reply.redirect);
  for (const [name, value] of Object.entries(reply.headers ?? {})) outgoing.setHeader(name, value);
  outgoing.end(reply.body ?? '');
}

async function readRequest(incoming: IncomingMessage): Promise<SiteRequest> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece);
  const host = incoming.headers.host ?? '';
  const address = new URL(incoming.url ?? '/', `https://${host || 'localhost'}`);
  return {
    method: incoming.method ?? 'GET',
    host: address.hostname,
    path: address.pathname,
    query: address.searchParams,
    body: Buffer.concat(pieces).toString('utf8'),
    cookies: readCookies(incoming.headers.cookie ?? ''),
  };
}

function readCookies(header: string): Record<string, string> {
  const cookies: Record<string, string> = {};
  for (const pair of header.split(';')) {
    const equals = pair.indexOf('=');
    if (equals > 0) cookies[pair.slice(0, equals).trim()] = pair.slice(equals + 1).trim();
  }
  return cookies;
}

function plainPage(title: string, text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!doctype html><html lang="zh-TW"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><pre>${escaped}</pre></html>`;
}
