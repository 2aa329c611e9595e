// Generated from schemas/ by `pnpm codegen`. Do not edit.

export interface paths {
    "/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the catalog */
        get: operations["listModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the categories of the catalog */
        get: operations["listCategories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models/{model_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Two to five segments of `[A-Za-z0-9_.-]+`, none of them only dots. The slashes stand as they are in the path; `%2F` is accepted as well, because generic tools send it.
                 * @example openai/gpt-image-2/edit
                 */
                model_id: components["parameters"]["ModelId"];
            };
            cookie?: never;
        };
        /** Get one catalog entry */
        get: operations["getModel"];
        put?: never;
        /**
         * Submit a request
         * @description The body is the model's input, key for key. A 2xx answer means that the request is accepted and may be charged. The hosted service promises no idempotency: a submit whose answer was lost must not be repeated blindly. Only a server that has echoed an `Idempotency-Key` honours it.
         */
        post: operations["submitRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the caller's requests
         * @description The requests that were submitted with the caller's token, the newest first.
         */
        get: operations["listRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{request_id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: components["parameters"]["RequestId"];
            };
            cookie?: never;
        };
        /** Get the status of a request */
        get: operations["getRequestStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{request_id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: components["parameters"]["RequestId"];
            };
            cookie?: never;
        };
        /**
         * Get the result of a request
         * @description Before the end it answers the status, without `output`.
         */
        get: operations["getRequestResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{request_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: components["parameters"]["RequestId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a queued request
         * @description Only a queued request can be cancelled; one in progress runs to its end and is charged.
         */
        post: operations["cancelRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{request_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: components["parameters"]["RequestId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a request that has ended
         * @description Removes it for good: its input, its output files, and its place in lists; a webhook that has not arrived yet is not sent any more. What it has added to the usage stays, and so do uploads that its input names, since other requests may use them. A 200 says that all of it is gone; where some of it could not be removed, the call fails and may be repeated. From then on the request is answered as one that is not there (404), as somebody else's is here. One that is queued or in progress is left as it is (409): cancel it first, or wait for its end. Needs a token with the scope `submit`.
         */
        delete: operations["deleteRequest"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{request_id}/input": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: components["parameters"]["RequestId"];
            };
            cookie?: never;
        };
        /**
         * Get the input of a request
         * @description The input as it was submitted, so that it can be submitted again. It is kept for as long as the request's outputs are; after that, and where the request is somebody else's, there is none (404). Needs a token with the scope `read`.
         */
        get: operations["getRequestInput"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a media file
         * @description The body is the file. The answer's `url` is accepted as a media input by the same server until it expires. Its name is unguessable, and stands for the right to use the file. The media type is read from the bytes; `Content-Type` is not trusted.
         */
        post: operations["uploadFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/files/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download an uploaded file
         * @description The `url` of an upload, on a self-hosted server. The name is unguessable and stands for the right to read; no token is needed, and none should be sent.
         */
        get: operations["getFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/outputs/{request_id}/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download an output file
         * @description The URLs in a result's `output`, on a self-hosted server. The name is unguessable and stands for the right to read; no token is needed, and none should be sent.
         */
        get: operations["getOutput"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the API keys
         * @description All keys, the oldest first, those that were revoked or have expired as well. Needs a token with the scope `admin`.
         */
        get: operations["listKeys"];
        put?: never;
        /**
         * Make an API key
         * @description The answer is the only place where the token and the webhook secret are shown. Needs a token with the scope `admin`.
         */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key_id: components["parameters"]["KeyId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description From then on it is refused; its requests stay. A key that has been revoked before is answered as it is. Needs a token with the scope `admin`.
         */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What keys have used, by day, key and model
         * @description A token with the scope `read` sees its own usage; with the scope `admin`, that of all keys.
         */
        get: operations["getUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This contract
         * @description The contract as JSON, with the server's own URL in `servers`.
         */
        get: operations["getContract"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process lives */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the server can take calls */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Metrics for Prometheus
         * @description The operator decides whether everyone may read them, or a token with the scope `admin` is needed, or nobody may.
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    requestEnded: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hear that a request has ended
         * @description Posted to the `Model-Api-Webhook` of a submit when its request has ended, at least once. It is signed after the Standard Webhooks specification with the API key's `whsec_` secret: check the signature and the age of `webhook-timestamp`, and take a `webhook-id` that has been seen before for a repeat. Any 2xx takes it; 410 ends the tries; anything else is tried again for about three days.
         */
        post: operations["receiveRequestEnded"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /** @description The id of a model, e.g. `openai/gpt-image-2/edit`. */
        ModelId: string;
        /** @description The id of a request. */
        RequestId: string;
        /** @description The input of a model; its shape is the model's `input_schema`. */
        ModelInput: {
            [key: string]: unknown;
        };
        /**
         * @description Where a request stands. `completed`, `failed` and `cancelled` are final. Other words are met on the wire: a client reads `succeeded` as `completed`, `canceled` as `cancelled`, and any word that it does not know as not final.
         * @enum {string}
         */
        RequestState: "in_queue" | "in_progress" | "completed" | "failed" | "cancelled";
        Submitted: {
            request_id: components["schemas"]["RequestId"];
            /** Format: uri */
            status_url: string;
            /** Format: uri */
            result_url: string;
            /** Format: uri */
            cancel_url: string;
        };
        Status: {
            request_id: components["schemas"]["RequestId"];
            status: components["schemas"]["RequestState"];
            /** @description Requests ahead of this one; only while it is queued. */
            queue_position?: number;
            /** @description How far the run has come; only while it is in progress, and where the engine says so. */
            progress?: number;
            /** Format: uri */
            status_url?: string;
            /** Format: uri */
            result_url?: string;
        };
        Result: {
            request_id: components["schemas"]["RequestId"];
            status: components["schemas"]["RequestState"];
            model_id?: components["schemas"]["ModelId"];
            output?: components["schemas"]["Output"];
            error?: components["schemas"]["RequestError"];
            /** Format: date-time */
            created_at?: string;
            /** Format: date-time */
            finished_at?: string;
            /** @description What the request cost, in US dollars. */
            cost?: number;
            engine_report?: components["schemas"]["EngineReport"];
        };
        /** @description Why a request failed. */
        RequestError: {
            /** @description A stable word for a program, e.g. `invalid_media`. */
            code?: string;
            /** @description A sentence for a person. */
            message: string;
        };
        /** @description What a self-hosted server's engine understood of the input and did, and what it left. */
        EngineReport: {
            /** @description The engine's name, e.g. `local`. */
            engine: string;
            applied: {
                operation: string;
                detail: string;
            }[];
            ignored: {
                instruction: string;
                reason: string;
            }[];
            /** @description What the engine's own service counted, e.g. `input_tokens`. */
            usage?: {
                [key: string]: number;
            };
        };
        RequestList: {
            requests: components["schemas"]["RequestSummary"][];
            /** @description Asks for the next page; missing on the last one. */
            next_cursor?: string;
        };
        /** @description One of the caller's requests, without its input and output. */
        RequestSummary: {
            request_id: components["schemas"]["RequestId"];
            model_id: components["schemas"]["ModelId"];
            status: components["schemas"]["RequestState"];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            finished_at?: string;
        };
        RequestInput: {
            request_id: components["schemas"]["RequestId"];
            model_id: components["schemas"]["ModelId"];
            /** Format: date-time */
            created_at: string;
            input: components["schemas"]["ModelInput"];
        };
        Deleted: {
            request_id: components["schemas"]["RequestId"];
            /** @constant */
            outcome: "deleted";
        };
        UploadedFile: {
            /**
             * Format: uri
             * @description Pass it in a media field of an input.
             */
            url: string;
            /** @description Read from the bytes. */
            media_type: string;
            /** @description Bytes. */
            size: number;
            /**
             * Format: date-time
             * @description When the server may remove it.
             */
            expires_at?: string;
        };
        WebhookEvent: {
            /** @enum {string} */
            type: "request.completed" | "request.failed" | "request.cancelled";
            /**
             * Format: date-time
             * @description When the request ended.
             */
            timestamp: string;
            data: components["schemas"]["Result"];
        };
        /**
         * @description What a key may be used for: `submit` submits, cancels, deletes and uploads, `read` reads the catalog and the key's own requests, `admin` manages keys and reads everyone's usage.
         * @enum {string}
         */
        KeyScope: "submit" | "read" | "admin";
        NewKey: {
            /** @description What its owner calls it. */
            name: string;
            /**
             * @default [
             *       "submit",
             *       "read"
             *     ]
             */
            scopes: components["schemas"]["KeyScope"][];
            /**
             * Format: date-time
             * @description From then on it is refused; never where it is left out.
             */
            expires_at?: string;
            /** @description Submits a minute; unlimited where it is left out. */
            rate_limit?: number;
            /** @description Requests queued and running at once; unlimited where it is left out. */
            max_open?: number;
            /** @description Which models it may submit to: ids, in which `*` stands for any characters, e.g. `openai/*`; all where it is left out. */
            models?: string[];
            /** @description Secrets for the services behind engines, such as `openai`, used for this key's requests. Never shown again. */
            provider_keys?: {
                [key: string]: string;
            };
        };
        Key: {
            key_id: string;
            name: string;
            scopes: components["schemas"]["KeyScope"][];
            /** @enum {string} */
            state: "active" | "revoked" | "expired";
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at?: string;
            /** Format: date-time */
            revoked_at?: string;
            rate_limit?: number;
            max_open?: number;
            /** @description Which models it may submit to; all where there are none. */
            models?: string[];
            /** @description The services behind engines that it brings secrets for. */
            providers?: string[];
        };
        KeyList: {
            keys: components["schemas"]["Key"][];
        };
        CreatedKey: {
            key: components["schemas"]["Key"];
            /** @description Shown here and never again. */
            token: string;
            /** @description What the webhooks of the key's requests are signed with. Shown here and never again. */
            webhook_secret: string;
        };
        Usage: {
            usage: components["schemas"]["UsageEntry"][];
        };
        /** @description What one key has asked of one model on one UTC day, the one on which the requests were submitted. */
        UsageEntry: {
            /** Format: date */
            day: string;
            key_id: string;
            model_id: components["schemas"]["ModelId"];
            submitted: number;
            completed: number;
            failed: number;
            cancelled: number;
            /** @description Milliseconds that engines worked on what has ended. */
            run_ms: number;
        };
        Health: {
            /** @constant */
            status: "ok";
        };
        Cancelled: {
            request_id: components["schemas"]["RequestId"];
            status: components["schemas"]["RequestState"];
            /**
             * @description `not_cancellable`: it is in progress, or has ended.
             * @enum {string}
             */
            outcome: "cancelled" | "not_cancellable";
        };
        /** @description What a model made. One shape for all models; each of them fills the fields of its kind. */
        Output: {
            /**
             * Format: uri
             * @description URL of the generated image.
             */
            image?: string;
            /** @description URLs of the generated images, where there are several. */
            images?: string[];
            /**
             * Format: uri
             * @description URL of the generated video.
             */
            video?: string;
            /** @description URLs of the generated videos, where there are several. */
            videos?: string[];
            /**
             * Format: uri
             * @description URL of the generated audio.
             */
            audio?: string;
        };
        /** @description One entry of the catalog. */
        Model: {
            model_id: components["schemas"]["ModelId"];
            display_name: string;
            /** @constant */
            kind: "model";
            categories: string[];
            /** @description Price of one unit in US dollars; null where it is not known, and on a server that charges nothing. */
            base_price_usd?: number | null;
            /**
             * @description What one unit of the price is.
             * @enum {string}
             */
            price_unit?: "output" | "second";
            pricing_note?: string;
            price_quantity?: components["schemas"]["PriceQuantity"];
            /** @description JSON Schema of the model's input. */
            input_schema?: {
                [key: string]: unknown;
            };
            description?: string;
            /**
             * @description What the model makes, as a hint.
             * @enum {string}
             */
            output_kind?: "image" | "video" | "audio";
        };
        /** @description How many units of the price a request is; missing where its input does not tell. */
        PriceQuantity: {
            /** @description Always so many. */
            count: number;
        } | {
            /** @description The input field that says it. */
            field: string;
            /** @description Units for one of the field's own; 1 where it is left out. */
            factor?: number;
        };
        ModelList: {
            models: components["schemas"]["Model"][];
            /** @description How many entries match, on all pages. */
            total: number;
        };
        CategoryList: {
            categories: string[];
        };
        /** @description The body of an error. It may arrive under HTTP 200 as well: a body whose `error_code` is set is an error. */
        Error: {
            /** @description 400001 malformed identifier; 400002 insufficient balance; 400004 account or token; 403001 permission; 404001 not found; 422 invalid input; 429 rate limited. Where none of these says it, the HTTP status, such as 405, 409 or 500. */
            error_code: number | string;
            error_message: string;
            /** @description For 422, the problems one by one. Other shapes are met on the wire. */
            detail?: components["schemas"]["ErrorDetail"][];
        };
        ErrorDetail: {
            /** @description The field, as keys and indices from the top of the input; empty for the input as a whole. */
            path: (string | number)[];
            message: string;
            /** @description The values that are allowed, where they can be listed. */
            allowed?: unknown[];
            /** @description The allowed value or name nearest to what was given. */
            suggestion?: string;
        };
    };
    responses: {
        /** @description A malformed identifier (400001). */
        InvalidIdentifier: {
            headers: {
                "Model-Api-Extensions": components["headers"]["ModelApiExtensions"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description A malformed identifier (400001), or a body that is not JSON (422). */
        Malformed: {
            headers: {
                "Model-Api-Extensions": components["headers"]["ModelApiExtensions"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The token is missing, unknown, expired or revoked (400004). */
        Unauthenticated: {
            headers: {
                "Model-Api-Extensions": components["headers"]["ModelApiExtensions"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The account's balance does not cover the request (400002). */
        InsufficientBalance: {
            headers: {
                "Model-Api-Extensions": components["headers"]["ModelApiExtensions"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Someone else's request, or a token that may not do this (403001). */
        Forbidden: {
            headers: {
                "Model-Api-Extensions": components["headers"]["ModelApiExtensions"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The request is queued or in progress (409). */
        NotEnded: {
            headers: {
                "Model-Api-Extensions": components["headers"]["ModelApiExtensions"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description No such model, request or file, or what came out has been removed (404001). */
        NotFound: {
            headers: {
                "Model-Api-Extensions": components["headers"]["ModelApiExtensions"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The body is larger than the server takes (422). */
        TooLarge: {
            headers: {
                "Model-Api-Extensions": components["headers"]["ModelApiExtensions"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The input does not match (422); `detail` lists the problems. */
        Invalid: {
            headers: {
                "Model-Api-Extensions": components["headers"]["ModelApiExtensions"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The range lies behind the end of the file (422). */
        RangeNotSatisfiable: {
            headers: {
                "Content-Range": components["headers"]["ContentRange"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Too many requests (429). */
        RateLimited: {
            headers: {
                "Model-Api-Extensions": components["headers"]["ModelApiExtensions"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Any other error, such as a failure of the server (500). Where something between fails, the body may be none of the API's. */
        OtherError: {
            headers: {
                "Model-Api-Extensions": components["headers"]["ModelApiExtensions"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: {
        /**
         * @description Two to five segments of `[A-Za-z0-9_.-]+`, none of them only dots. The slashes stand as they are in the path; `%2F` is accepted as well, because generic tools send it.
         * @example openai/gpt-image-2/edit
         */
        ModelId: components["schemas"]["ModelId"];
        RequestId: components["schemas"]["RequestId"];
        KeyId: string;
        /**
         * @description One key for one intended request, after the IETF draft. The same key with the same model and body gives the same request, however often it is sent; with another model or body it is an error (422).
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        IdempotencyKey: string;
        /**
         * @description An https URL that the request's end is posted to, as `webhooks` of this document has it. Only a server that names the extension `webhooks` honours it.
         * @example https://example.com/hooks/model-api
         */
        Webhook: string;
        /**
         * @description What a test server is to pretend for this one request, such as `latency=1s..5s, queue=3, fail=0.1`. Settings, separated by commas: `latency` and `pace` (a duration such as `500ms`, `2s` or `1m`, or a span of two), `queue` (requests that seem to be ahead, each of which takes `pace`), and the shares `fail`, `rate-limit` and `lose-answer` (0 to 1; always, without a value). A server that was not started to simulate refuses the header (422).
         * @example latency=2s, queue=3
         */
        Simulate: string;
        /**
         * @description `wait=N` (RFC 7240): the server holds the answer until the status or `progress` is another one than when the call arrived, at most N seconds. A request that has ended is answered at once.
         * @example wait=30
         */
        Prefer: string;
        /**
         * @description One range of bytes (RFC 9110), answered with 206. Several ranges, and what is not understood, are answered with the whole file.
         * @example bytes=0-1048575
         */
        Range: string;
        /** @description The `ETag` of what the caller has a part of. Where it is another file's, the answer is the whole file. */
        IfRange: string;
        /** @description The `ETag` of what the caller has already. */
        IfNoneMatch: string;
    };
    requestBodies: never;
    headers: {
        /** @description That parts of the file may be asked for. */
        AcceptRanges: "bytes";
        /**
         * @description Which part of the file this is, or, with 416, how large the file is.
         * @example bytes 0-1048575/73400320
         */
        ContentRange: string;
        /** @description Tells the file from all others. A name is never given to another file, so it stays the same. */
        ETag: string;
        /** @description The key of the call. A server that honours keys echoes it, with an error as well; a server that does not is silent. */
        IdempotencyKey: string;
        /** @description The `wait=N` that was honoured. Where it is missing, the server does not hold answers. */
        PreferenceApplied: string;
        /**
         * @description Names of the extensions that this server offers, separated by commas: `wait`, `idempotency-key`, `files`, `requests` (lists of them, their inputs, and deleting them), `webhooks`, `keys`, `usage`. It is on every answer under `/v1` of such a server, and named in `Access-Control-Expose-Headers` where pages of other origins are answered.
         * @example wait, idempotency-key, files, requests, webhooks, keys, usage
         */
        ModelApiExtensions: string;
        /** @description Seconds, or a date, after which another try makes sense. */
        RetryAfter: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listModels: {
        parameters: {
            query?: {
                /** @description Words to find in ids and names. */
                search?: string;
                /** @description Only models of this category. */
                category?: string;
                /** @description Only entries of this kind. */
                kind?: string;
                /** @description Whether each entry carries its `input_schema`. */
                include_schema?: boolean;
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the catalog. */
            200: {
                headers: {
                    "Model-Api-Extensions": components["headers"]["ModelApiExtensions"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["OtherError"];
        };
    };
    listCategories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The categories, each named once. */
            200: {
                headers: {
                    "Model-Api-Extensions": components["headers"]["ModelApiExtensions"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["OtherError"];
        };
    };
    getModel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Two to five segments of `[A-Za-z0-9_.-]+`, none of them only dots. The slashes stand as they are in the path; `%2F` is accepted as well, because generic tools send it.
                 * @example openai/gpt-image-2/edit
                 */
                model_id: components["parameters"]["ModelId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entry, with its input schema. */
            200: {
                headers: {
                    "Model-Api-Extensions": components["headers"]["ModelApiExtensions"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Model"];
                };
            };
            400: components["responses"]["InvalidIdentifier"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["OtherError"];
        };
    };
    submitRequest: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description One key for one intended request, after the IETF draft. The same key with the same model and body gives the same request, however often it is sent; with another model or body it is an error (422).
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description An https URL that the request's end is posted to, as `webhooks` of this document has it. Only a server that names the extension `webhooks` honours it.
                 * @example https://example.com/hooks/model-api
                 */
                "Model-Api-Webhook"?: components["parameters"]["Webhook"];
                /**
                 * @description What a test server is to pretend for this one request, such as `latency=1s..5s, queue=3, fail=0.1`. Settings, separated by commas: `latency` and `pace` (a duration such as `500ms`, `2s` or `1m`, or a span of two), `queue` (requests that seem to be ahead, each of which takes `pace`), and the shares `fail`, `rate-limit` and `lose-answer` (0 to 1; always, without a value). A server that was not started to simulate refuses the header (422).
                 * @example latency=2s, queue=3
                 */
                "Model-Api-Simulate"?: components["parameters"]["Simulate"];
            };
            path: {
                /**
                 * @description Two to five segments of `[A-Za-z0-9_.-]+`, none of them only dots. The slashes stand as they are in the path; `%2F` is accepted as well, because generic tools send it.
                 * @example openai/gpt-image-2/edit
                 */
                model_id: components["parameters"]["ModelId"];
            };
            cookie?: never;
        };
        /** @description An object that the model's `input_schema` accepts, as JSON in UTF-8, whatever `Content-Type` says. At most 64 MiB, 100,000 fields and items, and 100 levels of objects and arrays in each other. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModelInput"];
            };
        };
        responses: {
            /** @description Accepted. */
            200: {
                headers: {
                    "Model-Api-Extensions": components["headers"]["ModelApiExtensions"];
                    "Idempotency-Key": components["headers"]["IdempotencyKey"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submitted"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            402: components["responses"]["InsufficientBalance"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["OtherError"];
        };
    };
    listRequests: {
        parameters: {
            query?: {
                /** @description Only requests that stand so. */
                status?: components["schemas"]["RequestState"];
                /** @description Only requests of this model. */
                model_id?: string;
                limit?: number;
                /** @description The `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of requests. */
            200: {
                headers: {
                    "Model-Api-Extensions": components["headers"]["ModelApiExtensions"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["OtherError"];
        };
    };
    getRequestStatus: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `wait=N` (RFC 7240): the server holds the answer until the status or `progress` is another one than when the call arrived, at most N seconds. A request that has ended is answered at once.
                 * @example wait=30
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                request_id: components["parameters"]["RequestId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where the request stands. */
            200: {
                headers: {
                    "Model-Api-Extensions": components["headers"]["ModelApiExtensions"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
            400: components["responses"]["InvalidIdentifier"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["OtherError"];
        };
    };
    getRequestResult: {
        parameters: {
            query?: {
                /** @description Whether the answer carries `cost`, where it is known. */
                include_cost?: boolean;
            };
            header?: never;
            path: {
                request_id: components["parameters"]["RequestId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What came out. */
            200: {
                headers: {
                    "Model-Api-Extensions": components["headers"]["ModelApiExtensions"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Result"];
                };
            };
            400: components["responses"]["InvalidIdentifier"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["OtherError"];
        };
    };
    cancelRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: components["parameters"]["RequestId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What became of it. */
            200: {
                headers: {
                    "Model-Api-Extensions": components["headers"]["ModelApiExtensions"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cancelled"];
                };
            };
            400: components["responses"]["InvalidIdentifier"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["OtherError"];
        };
    };
    deleteRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: components["parameters"]["RequestId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            200: {
                headers: {
                    "Model-Api-Extensions": components["headers"]["ModelApiExtensions"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deleted"];
                };
            };
            400: components["responses"]["InvalidIdentifier"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotEnded"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["OtherError"];
        };
    };
    getRequestInput: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: components["parameters"]["RequestId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was submitted. */
            200: {
                headers: {
                    "Model-Api-Extensions": components["headers"]["ModelApiExtensions"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestInput"];
                };
            };
            400: components["responses"]["InvalidIdentifier"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["OtherError"];
        };
    };
    uploadFile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The bytes of an image, a video or an audio file. At most 256 MiB, where the operator has not chosen another limit. */
        requestBody: {
            content: {
                "*/*": string;
            };
        };
        responses: {
            /** @description Kept. */
            200: {
                headers: {
                    "Model-Api-Extensions": components["headers"]["ModelApiExtensions"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadedFile"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["OtherError"];
        };
    };
    getFile: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description One range of bytes (RFC 9110), answered with 206. Several ranges, and what is not understood, are answered with the whole file.
                 * @example bytes=0-1048575
                 */
                Range?: components["parameters"]["Range"];
                /** @description The `ETag` of what the caller has a part of. Where it is another file's, the answer is the whole file. */
                "If-Range"?: components["parameters"]["IfRange"];
                /** @description The `ETag` of what the caller has already. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, under its own media type. */
            200: {
                headers: {
                    "Accept-Ranges": components["headers"]["AcceptRanges"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description The part of the file that `Range` asked for. */
            206: {
                headers: {
                    "Accept-Ranges": components["headers"]["AcceptRanges"];
                    "Content-Range": components["headers"]["ContentRange"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description The caller has the file already, as `If-None-Match` says. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: components["responses"]["NotFound"];
            416: components["responses"]["RangeNotSatisfiable"];
            default: components["responses"]["OtherError"];
        };
    };
    getOutput: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description One range of bytes (RFC 9110), answered with 206. Several ranges, and what is not understood, are answered with the whole file.
                 * @example bytes=0-1048575
                 */
                Range?: components["parameters"]["Range"];
                /** @description The `ETag` of what the caller has a part of. Where it is another file's, the answer is the whole file. */
                "If-Range"?: components["parameters"]["IfRange"];
                /** @description The `ETag` of what the caller has already. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                request_id: components["parameters"]["RequestId"];
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, under its own media type. */
            200: {
                headers: {
                    "Accept-Ranges": components["headers"]["AcceptRanges"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description The part of the file that `Range` asked for. */
            206: {
                headers: {
                    "Accept-Ranges": components["headers"]["AcceptRanges"];
                    "Content-Range": components["headers"]["ContentRange"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description The caller has the file already, as `If-None-Match` says. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: components["responses"]["NotFound"];
            416: components["responses"]["RangeNotSatisfiable"];
            default: components["responses"]["OtherError"];
        };
    };
    listKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys, without their tokens and secrets. */
            200: {
                headers: {
                    "Model-Api-Extensions": components["headers"]["ModelApiExtensions"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["OtherError"];
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewKey"];
            };
        };
        responses: {
            /** @description Made. */
            200: {
                headers: {
                    "Model-Api-Extensions": components["headers"]["ModelApiExtensions"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedKey"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Invalid"];
            default: components["responses"]["OtherError"];
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key_id: components["parameters"]["KeyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key, revoked. */
            200: {
                headers: {
                    "Model-Api-Extensions": components["headers"]["ModelApiExtensions"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"];
                };
            };
            400: components["responses"]["InvalidIdentifier"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["OtherError"];
        };
    };
    getUsage: {
        parameters: {
            query?: {
                /** @description A date, a date and time, or so long ago, such as `7d`. The whole UTC day counts. */
                since?: string;
                /** @description Only what this key has used. */
                key?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The usage, by day, key and model. */
            200: {
                headers: {
                    "Model-Api-Extensions": components["headers"]["ModelApiExtensions"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Usage"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            default: components["responses"]["OtherError"];
        };
    };
    getContract: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An OpenAPI 3.1 document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It can. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description It cannot (503); `error_message` says why. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metrics, in the text format of Prometheus. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["OtherError"];
        };
    };
    receiveRequestEnded: {
        parameters: {
            query?: never;
            header: {
                "webhook-id": string;
                /** @description Seconds since the epoch. */
                "webhook-timestamp": string;
                /** @description `v1,` and the base64 of HMAC-SHA256 over `<webhook-id>.<webhook-timestamp>.<body>`; several are separated by spaces. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookEvent"];
            };
        };
        responses: {
            /** @description Taken. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
