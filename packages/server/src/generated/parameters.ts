// Generated from schemas/ by `pnpm codegen`. Do not edit.

/** JSON Schemas of the query parameters, by operation and name. */
export const queryParameters = {
  "listModels": {
    "search": {
      "type": "string",
      "maxLength": 200
    },
    "category": {
      "type": "string",
      "maxLength": 100
    },
    "kind": {
      "type": "string",
      "maxLength": 100
    },
    "include_schema": {
      "type": "boolean",
      "default": false
    },
    "limit": {
      "type": "integer",
      "minimum": 1,
      "maximum": 100,
      "default": 50
    },
    "offset": {
      "type": "integer",
      "minimum": 0,
      "default": 0
    }
  },
  "listRequests": {
    "status": {
      "type": "string",
      "enum": [
        "in_queue",
        "in_progress",
        "completed",
        "failed",
        "cancelled"
      ]
    },
    "model_id": {
      "type": "string",
      "maxLength": 256
    },
    "limit": {
      "type": "integer",
      "minimum": 1,
      "maximum": 100,
      "default": 20
    },
    "cursor": {
      "type": "string",
      "maxLength": 200
    }
  },
  "getRequestResult": {
    "include_cost": {
      "type": "boolean",
      "default": false
    }
  },
  "getUsage": {
    "since": {
      "type": "string",
      "maxLength": 40,
      "default": "30d"
    },
    "key": {
      "type": "string",
      "maxLength": 128
    }
  }
} as const;

/** JSON Schemas of the header parameters, by operation and name. */
export const headerParameters = {
  "submitRequest": {
    "Idempotency-Key": {
      "type": "string",
      "pattern": "^[\\x21-\\x7e]{1,255}$"
    },
    "Model-Api-Webhook": {
      "type": "string",
      "format": "uri",
      "maxLength": 2048
    },
    "Model-Api-Simulate": {
      "type": "string",
      "maxLength": 500
    }
  },
  "getRequestStatus": {
    "Prefer": {
      "type": "string"
    }
  },
  "getFile": {
    "Range": {
      "type": "string"
    },
    "If-Range": {
      "type": "string"
    },
    "If-None-Match": {
      "type": "string"
    }
  },
  "getOutput": {
    "Range": {
      "type": "string"
    },
    "If-Range": {
      "type": "string"
    },
    "If-None-Match": {
      "type": "string"
    }
  }
} as const;
