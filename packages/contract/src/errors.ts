import { z } from "zod";

type ErrorRow = { readonly status: number; readonly en: string; readonly zh: string };
const row = (status: number, en: string, zh: string): ErrorRow => ({ status, en, zh });

/** Every error that the service answers with: its status, and what it means in words that say what to do. One table for code, API and manual. */
export const errors = {
  invalid_request: row(
    400,
    "The request does not have the shape that the API describes.",
    "请求与接口描述的格式不符。",
  ),
  malformed_body: row(400, "The body cannot be read as what its content type says.", "无法按内容类型读取请求正文。"),
  not_signed_in: row(401, "Sign in, or send an API token.", "请登录，或提供接口令牌。"),
  not_allowed: row(403, "This token or role may not do that.", "此令牌或角色无权执行该操作。"),
  csrf_refused: row(403, "The request did not come from a page of this service.", "请求并非来自本服务的页面。"),
  not_found: row(404, "There is nothing at this address.", "此地址没有内容。"),
  method_not_allowed: row(405, "This address does not take this method.", "此地址不支持该方法。"),
  request_timeout: row(408, "The request did not arrive in time.", "请求未能在时限内送达。"),
  conflict: row(409, "It was changed in the meantime; read it again.", "内容已被更改，请重新读取。"),
  refused: row(409, "The rules of casework do not allow that now.", "当前办理规则不允许该操作。"),
  idempotency_key_reused: row(
    409,
    "This Idempotency-Key came before with another request.",
    "该幂等键曾用于另一请求。",
  ),
  limit_reached: row(
    409,
    "There are as many as this service keeps; delete one first.",
    "数量已达上限，请先删除不用的。",
  ),
  gone: row(410, "What was asked for has been forgotten.", "所请求的内容已被清除。"),
  precondition_failed: row(412, "It is no longer at the version that you named.", "版本已不是您所指定的版本。"),
  body_too_large: row(413, "The body is larger than this route takes.", "请求正文超过此接口的上限。"),
  address_too_long: row(414, "A part of the address is longer than this service takes.", "地址中有一段超过上限。"),
  unsupported_media_type: row(
    415,
    "This route does not take this content type or encoding.",
    "此接口不支持该内容类型或编码。",
  ),
  precondition_required: row(
    428,
    "Send If-Match with the version that you change.",
    "请以 If-Match 指明要更改的版本。",
  ),
  too_many_requests: row(
    429,
    "Too much at once; wait as long as Retry-After says.",
    "请求过多，请按 Retry-After 等待。",
  ),
  headers_too_large: row(431, "The headers are larger than this service takes.", "请求头超过上限。"),
  internal: row(500, "This is our fault. The request id helps to find it.", "服务内部出错，请提供请求编号以便查找。"),
  unavailable: row(503, "The service is starting, stopping or out of room.", "服务正在启动、停止或空间不足。"),
  deadline_passed: row(504, "There was no answer within the deadline.", "未能在期限内答复。"),
} as const satisfies Readonly<Record<string, ErrorRow>>;

export type ErrorCode = keyof typeof errors;

/** What an error looks like on the wire: RFC 9457, `application/problem+json`. */
export const problem = z
  .object({
    /** `urn:breakwater:error:<code>`. */
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().optional(),
    requestId: z.string(),
    /** What of the request was wrong, by JSON Pointer into `{params, query, headers, body}`: `/body/texts/0`. */
    faults: z.array(z.object({ pointer: z.string(), message: z.string() })).optional(),
    /** Which rule said no, and the ids, fields, roles or numbers that it fell on; `detail` has the words, in the language asked for. */
    refusal: z.object({ code: z.string(), about: z.array(z.string()) }).optional(),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof problem>;
