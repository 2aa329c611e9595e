// Generated from schemas/ by `pnpm codegen`. Do not edit.

/** `schemas/openapi.yaml`. */
export const contract: Readonly<Record<string, unknown>> = {
  "openapi": "3.1.0",
  "info": {
    "title": "Model API",
    "version": "1.0.0",
    "summary": "Run hosted image, video and audio models asynchronously.",
    "description": "The contract of the RunComfy Model API as this project understands it, and of the server that this project ships.\nSubmit a model's input, follow the request's status, fetch its result, or cancel it while it is queued.\n\nWhatever the hosted service does not promise is marked `x-extension: true`: a client must work without it. A server\nthat offers some of it names it in the header `Model-Api-Extensions` of every answer under `/v1`.\n\nA path that is not here is answered 404 (404001); a method that a path does not have is answered 405 (405), with the\nmethods that it has in `Allow`. Both have the body of every error, `Error`.\n\nThis is an unofficial description, not affiliated with RunComfy, whose trademark RunComfy is.\n",
    "license": {
      "name": "MIT",
      "identifier": "MIT"
    }
  },
  "servers": [
    {
      "url": "https://model-api.runcomfy.net",
      "description": "The hosted service."
    }
  ],
  "security": [
    {
      "bearerAuth": []
    }
  ],
  "tags": [
    {
      "name": "requests",
      "description": "The life of a request."
    },
    {
      "name": "models",
      "description": "The catalog."
    },
    {
      "name": "files",
      "description": "Files that requests take."
    },
    {
      "name": "outputs",
      "description": "Files that requests produced."
    },
    {
      "name": "keys",
      "description": "API keys of a self-hosted server, and what they have used."
    },
    {
      "name": "operations",
      "description": "What an operator of a self-hosted server watches."
    }
  ],
  "paths": {
    "/v1/models": {
      "get": {
        "operationId": "listModels",
        "tags": [
          "models"
        ],
        "summary": "List the catalog",
        "parameters": [
          {
            "name": "search",
            "in": "query",
            "description": "Words to find in ids and names.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "category",
            "in": "query",
            "description": "Only models of this category.",
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          },
          {
            "name": "kind",
            "in": "query",
            "description": "Only entries of this kind.",
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          },
          {
            "name": "include_schema",
            "in": "query",
            "description": "Whether each entry carries its `input_schema`.",
            "schema": {
              "type": "boolean",
              "default": false
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 100,
              "default": 50
            }
          },
          {
            "name": "offset",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "default": 0
            }
          }
        ],
        "responses": {
          "200": {
            "description": "One page of the catalog.",
            "headers": {
              "Model-Api-Extensions": {
                "$ref": "#/components/headers/ModelApiExtensions"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ModelList"
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthenticated"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "default": {
            "$ref": "#/components/responses/OtherError"
          }
        }
      }
    },
    "/v1/models/categories": {
      "get": {
        "operationId": "listCategories",
        "tags": [
          "models"
        ],
        "summary": "List the categories of the catalog",
        "responses": {
          "200": {
            "description": "The categories, each named once.",
            "headers": {
              "Model-Api-Extensions": {
                "$ref": "#/components/headers/ModelApiExtensions"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CategoryList"
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthenticated"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "default": {
            "$ref": "#/components/responses/OtherError"
          }
        }
      }
    },
    "/v1/models/{model_id}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/ModelId"
        }
      ],
      "get": {
        "operationId": "getModel",
        "tags": [
          "models"
        ],
        "summary": "Get one catalog entry",
        "responses": {
          "200": {
            "description": "The entry, with its input schema.",
            "headers": {
              "Model-Api-Extensions": {
                "$ref": "#/components/headers/ModelApiExtensions"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Model"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InvalidIdentifier"
          },
          "401": {
            "$ref": "#/components/responses/Unauthenticated"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "default": {
            "$ref": "#/components/responses/OtherError"
          }
        }
      },
      "post": {
        "operationId": "submitRequest",
        "tags": [
          "requests"
        ],
        "summary": "Submit a request",
        "description": "The body is the model's input, key for key. A 2xx answer means that the request is accepted and may be charged. The hosted service promises no idempotency: a submit whose answer was lost must not be repeated blindly. Only a server that has echoed an `Idempotency-Key` honours it.",
        "parameters": [
          {
            "$ref": "#/components/parameters/IdempotencyKey"
          },
          {
            "$ref": "#/components/parameters/Webhook"
          },
          {
            "$ref": "#/components/parameters/Simulate"
          }
        ],
        "requestBody": {
          "required": true,
          "description": "An object that the model's `input_schema` accepts, as JSON in UTF-8, whatever `Content-Type` says. At most 64 MiB, 100,000 fields and items, and 100 levels of objects and arrays in each other.",
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ModelInput"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Accepted.",
            "headers": {
              "Model-Api-Extensions": {
                "$ref": "#/components/headers/ModelApiExtensions"
              },
              "Idempotency-Key": {
                "$ref": "#/components/headers/IdempotencyKey"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Submitted"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Malformed"
          },
          "401": {
            "$ref": "#/components/responses/Unauthenticated"
          },
          "402": {
            "$ref": "#/components/responses/InsufficientBalance"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "default": {
            "$ref": "#/components/responses/OtherError"
          }
        }
      }
    },
    "/v1/requests": {
      "x-extension": true,
      "get": {
        "operationId": "listRequests",
        "tags": [
          "requests"
        ],
        "summary": "List the caller's requests",
        "description": "The requests that were submitted with the caller's token, the newest first.",
        "x-extension": true,
        "parameters": [
          {
            "name": "status",
            "in": "query",
            "description": "Only requests that stand so.",
            "schema": {
              "$ref": "#/components/schemas/RequestState"
            }
          },
          {
            "name": "model_id",
            "in": "query",
            "description": "Only requests of this model.",
            "schema": {
              "type": "string",
              "maxLength": 256
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 100,
              "default": 20
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "description": "The `next_cursor` of the page before.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "responses": {
          "200": {
            "description": "One page of requests.",
            "headers": {
              "Model-Api-Extensions": {
                "$ref": "#/components/headers/ModelApiExtensions"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RequestList"
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthenticated"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "default": {
            "$ref": "#/components/responses/OtherError"
          }
        }
      }
    },
    "/v1/requests/{request_id}/status": {
      "parameters": [
        {
          "$ref": "#/components/parameters/RequestId"
        }
      ],
      "get": {
        "operationId": "getRequestStatus",
        "tags": [
          "requests"
        ],
        "summary": "Get the status of a request",
        "parameters": [
          {
            "$ref": "#/components/parameters/Prefer"
          }
        ],
        "responses": {
          "200": {
            "description": "Where the request stands.",
            "headers": {
              "Model-Api-Extensions": {
                "$ref": "#/components/headers/ModelApiExtensions"
              },
              "Preference-Applied": {
                "$ref": "#/components/headers/PreferenceApplied"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Status"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InvalidIdentifier"
          },
          "401": {
            "$ref": "#/components/responses/Unauthenticated"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "default": {
            "$ref": "#/components/responses/OtherError"
          }
        }
      }
    },
    "/v1/requests/{request_id}/result": {
      "parameters": [
        {
          "$ref": "#/components/parameters/RequestId"
        }
      ],
      "get": {
        "operationId": "getRequestResult",
        "tags": [
          "requests"
        ],
        "summary": "Get the result of a request",
        "description": "Before the end it answers the status, without `output`.",
        "parameters": [
          {
            "name": "include_cost",
            "in": "query",
            "description": "Whether the answer carries `cost`, where it is known.",
            "schema": {
              "type": "boolean",
              "default": false
            }
          }
        ],
        "responses": {
          "200": {
            "description": "What came out.",
            "headers": {
              "Model-Api-Extensions": {
                "$ref": "#/components/headers/ModelApiExtensions"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Result"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InvalidIdentifier"
          },
          "401": {
            "$ref": "#/components/responses/Unauthenticated"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "default": {
            "$ref": "#/components/responses/OtherError"
          }
        }
      }
    },
    "/v1/requests/{request_id}/cancel": {
      "parameters": [
        {
          "$ref": "#/components/parameters/RequestId"
        }
      ],
      "post": {
        "operationId": "cancelRequest",
        "tags": [
          "requests"
        ],
        "summary": "Cancel a queued request",
        "description": "Only a queued request can be cancelled; one in progress runs to its end and is charged.",
        "responses": {
          "200": {
            "description": "What became of it.",
            "headers": {
              "Model-Api-Extensions": {
                "$ref": "#/components/headers/ModelApiExtensions"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Cancelled"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InvalidIdentifier"
          },
          "401": {
            "$ref": "#/components/responses/Unauthenticated"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "default": {
            "$ref": "#/components/responses/OtherError"
          }
        }
      }
    },
    "/v1/requests/{request_id}": {
      "x-extension": true,
      "parameters": [
        {
          "$ref": "#/components/parameters/RequestId"
        }
      ],
      "delete": {
        "operationId": "deleteRequest",
        "tags": [
          "requests"
        ],
        "summary": "Delete a request that has ended",
        "description": "Removes it for good: its input, its output files, and its place in lists; a webhook that has not arrived yet is not sent any more. What it has added to the usage stays, and so do uploads that its input names, since other requests may use them. A 200 says that all of it is gone; where some of it could not be removed, the call fails and may be repeated. From then on the request is answered as one that is not there (404), as somebody else's is here. One that is queued or in progress is left as it is (409): cancel it first, or wait for its end. Needs a token with the scope `submit`.",
        "x-extension": true,
        "responses": {
          "200": {
            "description": "Deleted.",
            "headers": {
              "Model-Api-Extensions": {
                "$ref": "#/components/headers/ModelApiExtensions"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Deleted"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InvalidIdentifier"
          },
          "401": {
            "$ref": "#/components/responses/Unauthenticated"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "409": {
            "$ref": "#/components/responses/NotEnded"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "default": {
            "$ref": "#/components/responses/OtherError"
          }
        }
      }
    },
    "/v1/requests/{request_id}/input": {
      "x-extension": true,
      "parameters": [
        {
          "$ref": "#/components/parameters/RequestId"
        }
      ],
      "get": {
        "operationId": "getRequestInput",
        "tags": [
          "requests"
        ],
        "summary": "Get the input of a request",
        "description": "The input as it was submitted, so that it can be submitted again. It is kept for as long as the request's outputs are; after that, and where the request is somebody else's, there is none (404). Needs a token with the scope `read`.",
        "x-extension": true,
        "responses": {
          "200": {
            "description": "What was submitted.",
            "headers": {
              "Model-Api-Extensions": {
                "$ref": "#/components/headers/ModelApiExtensions"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RequestInput"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InvalidIdentifier"
          },
          "401": {
            "$ref": "#/components/responses/Unauthenticated"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "default": {
            "$ref": "#/components/responses/OtherError"
          }
        }
      }
    },
    "/v1/files": {
      "x-extension": true,
      "post": {
        "operationId": "uploadFile",
        "tags": [
          "files"
        ],
        "summary": "Upload a media file",
        "description": "The body is the file. The answer's `url` is accepted as a media input by the same server until it expires. Its name is unguessable, and stands for the right to use the file. The media type is read from the bytes; `Content-Type` is not trusted.",
        "x-extension": true,
        "requestBody": {
          "required": true,
          "description": "The bytes of an image, a video or an audio file. At most 256 MiB, where the operator has not chosen another limit.",
          "content": {
            "*/*": {
              "schema": {
                "type": "string",
                "contentMediaType": "application/octet-stream"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Kept.",
            "headers": {
              "Model-Api-Extensions": {
                "$ref": "#/components/headers/ModelApiExtensions"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/UploadedFile"
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthenticated"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "default": {
            "$ref": "#/components/responses/OtherError"
          }
        }
      }
    },
    "/files/{file}": {
      "x-extension": true,
      "get": {
        "operationId": "getFile",
        "tags": [
          "files"
        ],
        "summary": "Download an uploaded file",
        "description": "The `url` of an upload, on a self-hosted server. The name is unguessable and stands for the right to read; no token is needed, and none should be sent.",
        "x-extension": true,
        "security": [],
        "parameters": [
          {
            "name": "file",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "pattern": "^[A-Za-z0-9_-]{1,128}\\.[a-z0-9]{1,8}$"
            }
          },
          {
            "$ref": "#/components/parameters/Range"
          },
          {
            "$ref": "#/components/parameters/IfRange"
          },
          {
            "$ref": "#/components/parameters/IfNoneMatch"
          }
        ],
        "responses": {
          "200": {
            "description": "The file, under its own media type.",
            "headers": {
              "Accept-Ranges": {
                "$ref": "#/components/headers/AcceptRanges"
              },
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "*/*": {
                "schema": {
                  "type": "string",
                  "contentMediaType": "application/octet-stream"
                }
              }
            }
          },
          "206": {
            "description": "The part of the file that `Range` asked for.",
            "headers": {
              "Accept-Ranges": {
                "$ref": "#/components/headers/AcceptRanges"
              },
              "Content-Range": {
                "$ref": "#/components/headers/ContentRange"
              },
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "*/*": {
                "schema": {
                  "type": "string",
                  "contentMediaType": "application/octet-stream"
                }
              }
            }
          },
          "304": {
            "description": "The caller has the file already, as `If-None-Match` says.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            }
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "416": {
            "$ref": "#/components/responses/RangeNotSatisfiable"
          },
          "default": {
            "$ref": "#/components/responses/OtherError"
          }
        }
      }
    },
    "/outputs/{request_id}/{file}": {
      "x-extension": true,
      "get": {
        "operationId": "getOutput",
        "tags": [
          "outputs"
        ],
        "summary": "Download an output file",
        "description": "The URLs in a result's `output`, on a self-hosted server. The name is unguessable and stands for the right to read; no token is needed, and none should be sent.",
        "x-extension": true,
        "security": [],
        "parameters": [
          {
            "$ref": "#/components/parameters/RequestId"
          },
          {
            "name": "file",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "pattern": "^[A-Za-z0-9_-]{1,128}\\.[a-z0-9]{1,8}$"
            }
          },
          {
            "$ref": "#/components/parameters/Range"
          },
          {
            "$ref": "#/components/parameters/IfRange"
          },
          {
            "$ref": "#/components/parameters/IfNoneMatch"
          }
        ],
        "responses": {
          "200": {
            "description": "The file, under its own media type.",
            "headers": {
              "Accept-Ranges": {
                "$ref": "#/components/headers/AcceptRanges"
              },
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "*/*": {
                "schema": {
                  "type": "string",
                  "contentMediaType": "application/octet-stream"
                }
              }
            }
          },
          "206": {
            "description": "The part of the file that `Range` asked for.",
            "headers": {
              "Accept-Ranges": {
                "$ref": "#/components/headers/AcceptRanges"
              },
              "Content-Range": {
                "$ref": "#/components/headers/ContentRange"
              },
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "*/*": {
                "schema": {
                  "type": "string",
                  "contentMediaType": "application/octet-stream"
                }
              }
            }
          },
          "304": {
            "description": "The caller has the file already, as `If-None-Match` says.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            }
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "416": {
            "$ref": "#/components/responses/RangeNotSatisfiable"
          },
          "default": {
            "$ref": "#/components/responses/OtherError"
          }
        }
      }
    },
    "/v1/keys": {
      "x-extension": true,
      "get": {
        "operationId": "listKeys",
        "tags": [
          "keys"
        ],
        "summary": "List the API keys",
        "description": "All keys, the oldest first, those that were revoked or have expired as well. Needs a token with the scope `admin`.",
        "x-extension": true,
        "responses": {
          "200": {
            "description": "The keys, without their tokens and secrets.",
            "headers": {
              "Model-Api-Extensions": {
                "$ref": "#/components/headers/ModelApiExtensions"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/KeyList"
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthenticated"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "default": {
            "$ref": "#/components/responses/OtherError"
          }
        }
      },
      "post": {
        "operationId": "createKey",
        "tags": [
          "keys"
        ],
        "summary": "Make an API key",
        "description": "The answer is the only place where the token and the webhook secret are shown. Needs a token with the scope `admin`.",
        "x-extension": true,
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NewKey"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Made.",
            "headers": {
              "Model-Api-Extensions": {
                "$ref": "#/components/headers/ModelApiExtensions"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CreatedKey"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/Malformed"
          },
          "401": {
            "$ref": "#/components/responses/Unauthenticated"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "413": {
            "$ref": "#/components/responses/TooLarge"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "default": {
            "$ref": "#/components/responses/OtherError"
          }
        }
      }
    },
    "/v1/keys/{key_id}": {
      "x-extension": true,
      "parameters": [
        {
          "$ref": "#/components/parameters/KeyId"
        }
      ],
      "delete": {
        "operationId": "revokeKey",
        "tags": [
          "keys"
        ],
        "summary": "Revoke an API key",
        "description": "From then on it is refused; its requests stay. A key that has been revoked before is answered as it is. Needs a token with the scope `admin`.",
        "x-extension": true,
        "responses": {
          "200": {
            "description": "The key, revoked.",
            "headers": {
              "Model-Api-Extensions": {
                "$ref": "#/components/headers/ModelApiExtensions"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Key"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/InvalidIdentifier"
          },
          "401": {
            "$ref": "#/components/responses/Unauthenticated"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "default": {
            "$ref": "#/components/responses/OtherError"
          }
        }
      }
    },
    "/v1/usage": {
      "x-extension": true,
      "get": {
        "operationId": "getUsage",
        "tags": [
          "keys"
        ],
        "summary": "What keys have used, by day, key and model",
        "description": "A token with the scope `read` sees its own usage; with the scope `admin`, that of all keys.",
        "x-extension": true,
        "parameters": [
          {
            "name": "since",
            "in": "query",
            "description": "A date, a date and time, or so long ago, such as `7d`. The whole UTC day counts.",
            "schema": {
              "type": "string",
              "maxLength": 40,
              "default": "30d"
            }
          },
          {
            "name": "key",
            "in": "query",
            "description": "Only what this key has used.",
            "schema": {
              "type": "string",
              "maxLength": 128
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The usage, by day, key and model.",
            "headers": {
              "Model-Api-Extensions": {
                "$ref": "#/components/headers/ModelApiExtensions"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Usage"
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthenticated"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "422": {
            "$ref": "#/components/responses/Invalid"
          },
          "default": {
            "$ref": "#/components/responses/OtherError"
          }
        }
      }
    },
    "/openapi.json": {
      "x-extension": true,
      "get": {
        "operationId": "getContract",
        "tags": [
          "operations"
        ],
        "summary": "This contract",
        "description": "The contract as JSON, with the server's own URL in `servers`.",
        "x-extension": true,
        "security": [],
        "responses": {
          "200": {
            "description": "An OpenAPI 3.1 document.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "additionalProperties": true
                }
              }
            }
          }
        }
      }
    },
    "/healthz": {
      "x-extension": true,
      "get": {
        "operationId": "getHealth",
        "tags": [
          "operations"
        ],
        "summary": "Whether the process lives",
        "x-extension": true,
        "security": [],
        "responses": {
          "200": {
            "description": "It does.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Health"
                }
              }
            }
          }
        }
      }
    },
    "/readyz": {
      "x-extension": true,
      "get": {
        "operationId": "getReadiness",
        "tags": [
          "operations"
        ],
        "summary": "Whether the server can take calls",
        "x-extension": true,
        "security": [],
        "responses": {
          "200": {
            "description": "It can.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Health"
                }
              }
            }
          },
          "503": {
            "description": "It cannot (503); `error_message` says why.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                }
              }
            }
          }
        }
      }
    },
    "/metrics": {
      "x-extension": true,
      "get": {
        "operationId": "getMetrics",
        "tags": [
          "operations"
        ],
        "summary": "Metrics for Prometheus",
        "description": "The operator decides whether everyone may read them, or a token with the scope `admin` is needed, or nobody may.",
        "x-extension": true,
        "security": [
          {
            "bearerAuth": []
          },
          {}
        ],
        "responses": {
          "200": {
            "description": "The metrics, in the text format of Prometheus.",
            "content": {
              "text/plain": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthenticated"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "default": {
            "$ref": "#/components/responses/OtherError"
          }
        }
      }
    }
  },
  "webhooks": {
    "requestEnded": {
      "x-extension": true,
      "post": {
        "operationId": "receiveRequestEnded",
        "tags": [
          "requests"
        ],
        "summary": "Hear that a request has ended",
        "description": "Posted to the `Model-Api-Webhook` of a submit when its request has ended, at least once. It is signed after the Standard Webhooks specification with the API key's `whsec_` secret: check the signature and the age of `webhook-timestamp`, and take a `webhook-id` that has been seen before for a repeat. Any 2xx takes it; 410 ends the tries; anything else is tried again for about three days.",
        "x-extension": true,
        "security": [],
        "parameters": [
          {
            "name": "webhook-id",
            "in": "header",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "webhook-timestamp",
            "in": "header",
            "required": true,
            "description": "Seconds since the epoch.",
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "webhook-signature",
            "in": "header",
            "required": true,
            "description": "`v1,` and the base64 of HMAC-SHA256 over `<webhook-id>.<webhook-timestamp>.<body>`; several are separated by spaces.",
            "schema": {
              "type": "string"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/WebhookEvent"
              }
            }
          }
        },
        "responses": {
          "204": {
            "description": "Taken."
          }
        }
      }
    }
  },
  "components": {
    "securitySchemes": {
      "bearerAuth": {
        "type": "http",
        "scheme": "bearer",
        "description": "`Authorization: Bearer <token>`"
      }
    },
    "parameters": {
      "ModelId": {
        "name": "model_id",
        "in": "path",
        "required": true,
        "description": "Two to five segments of `[A-Za-z0-9_.-]+`, none of them only dots. The slashes stand as they are in the path; `%2F` is accepted as well, because generic tools send it.",
        "schema": {
          "$ref": "#/components/schemas/ModelId"
        },
        "example": "openai/gpt-image-2/edit"
      },
      "RequestId": {
        "name": "request_id",
        "in": "path",
        "required": true,
        "schema": {
          "$ref": "#/components/schemas/RequestId"
        }
      },
      "KeyId": {
        "name": "key_id",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "pattern": "^[\\w-]{1,128}$"
        }
      },
      "IdempotencyKey": {
        "name": "Idempotency-Key",
        "in": "header",
        "description": "One key for one intended request, after the IETF draft. The same key with the same model and body gives the same request, however often it is sent; with another model or body it is an error (422).",
        "x-extension": true,
        "schema": {
          "type": "string",
          "pattern": "^[\\x21-\\x7e]{1,255}$"
        },
        "example": "8e03978e-40d5-43dd-bc93-6894a57f9324"
      },
      "Webhook": {
        "name": "Model-Api-Webhook",
        "in": "header",
        "description": "An https URL that the request's end is posted to, as `webhooks` of this document has it. Only a server that names the extension `webhooks` honours it.",
        "x-extension": true,
        "schema": {
          "type": "string",
          "format": "uri",
          "maxLength": 2048
        },
        "example": "https://example.com/hooks/model-api"
      },
      "Simulate": {
        "name": "Model-Api-Simulate",
        "in": "header",
        "description": "What a test server is to pretend for this one request, such as `latency=1s..5s, queue=3, fail=0.1`. Settings, separated by commas: `latency` and `pace` (a duration such as `500ms`, `2s` or `1m`, or a span of two), `queue` (requests that seem to be ahead, each of which takes `pace`), and the shares `fail`, `rate-limit` and `lose-answer` (0 to 1; always, without a value). A server that was not started to simulate refuses the header (422).",
        "x-extension": true,
        "schema": {
          "type": "string",
          "maxLength": 500
        },
        "example": "latency=2s, queue=3"
      },
      "Prefer": {
        "name": "Prefer",
        "in": "header",
        "description": "`wait=N` (RFC 7240): the server holds the answer until the status or `progress` is another one than when the call arrived, at most N seconds. A request that has ended is answered at once.",
        "x-extension": true,
        "schema": {
          "type": "string"
        },
        "example": "wait=30"
      },
      "Range": {
        "name": "Range",
        "in": "header",
        "description": "One range of bytes (RFC 9110), answered with 206. Several ranges, and what is not understood, are answered with the whole file.",
        "x-extension": true,
        "schema": {
          "type": "string"
        },
        "example": "bytes=0-1048575"
      },
      "IfRange": {
        "name": "If-Range",
        "in": "header",
        "description": "The `ETag` of what the caller has a part of. Where it is another file's, the answer is the whole file.",
        "x-extension": true,
        "schema": {
          "type": "string"
        }
      },
      "IfNoneMatch": {
        "name": "If-None-Match",
        "in": "header",
        "description": "The `ETag` of what the caller has already.",
        "x-extension": true,
        "schema": {
          "type": "string"
        }
      }
    },
    "headers": {
      "AcceptRanges": {
        "description": "That parts of the file may be asked for.",
        "x-extension": true,
        "schema": {
          "type": "string",
          "const": "bytes"
        }
      },
      "ContentRange": {
        "description": "Which part of the file this is, or, with 416, how large the file is.",
        "x-extension": true,
        "schema": {
          "type": "string",
          "pattern": "^bytes ([0-9]+-[0-9]+|\\*)/[0-9]+$"
        },
        "example": "bytes 0-1048575/73400320"
      },
      "ETag": {
        "description": "Tells the file from all others. A name is never given to another file, so it stays the same.",
        "x-extension": true,
        "schema": {
          "type": "string",
          "pattern": "^\"[^\"]+\"$"
        }
      },
      "IdempotencyKey": {
        "description": "The key of the call. A server that honours keys echoes it, with an error as well; a server that does not is silent.",
        "x-extension": true,
        "schema": {
          "type": "string",
          "pattern": "^[\\x21-\\x7e]{1,255}$"
        }
      },
      "PreferenceApplied": {
        "description": "The `wait=N` that was honoured. Where it is missing, the server does not hold answers.",
        "x-extension": true,
        "schema": {
          "type": "string",
          "pattern": "^wait=[0-9]+$"
        }
      },
      "ModelApiExtensions": {
        "description": "Names of the extensions that this server offers, separated by commas: `wait`, `idempotency-key`, `files`, `requests` (lists of them, their inputs, and deleting them), `webhooks`, `keys`, `usage`. It is on every answer under `/v1` of such a server, and named in `Access-Control-Expose-Headers` where pages of other origins are answered.",
        "x-extension": true,
        "schema": {
          "type": "string",
          "pattern": "^[a-z-]+(, [a-z-]+)*$"
        },
        "example": "wait, idempotency-key, files, requests, webhooks, keys, usage"
      },
      "RetryAfter": {
        "description": "Seconds, or a date, after which another try makes sense.",
        "schema": {
          "type": "string"
        }
      }
    },
    "responses": {
      "InvalidIdentifier": {
        "description": "A malformed identifier (400001).",
        "headers": {
          "Model-Api-Extensions": {
            "$ref": "#/components/headers/ModelApiExtensions"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      },
      "Malformed": {
        "description": "A malformed identifier (400001), or a body that is not JSON (422).",
        "headers": {
          "Model-Api-Extensions": {
            "$ref": "#/components/headers/ModelApiExtensions"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      },
      "Unauthenticated": {
        "description": "The token is missing, unknown, expired or revoked (400004).",
        "headers": {
          "Model-Api-Extensions": {
            "$ref": "#/components/headers/ModelApiExtensions"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      },
      "InsufficientBalance": {
        "description": "The account's balance does not cover the request (400002).",
        "headers": {
          "Model-Api-Extensions": {
            "$ref": "#/components/headers/ModelApiExtensions"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      },
      "Forbidden": {
        "description": "Someone else's request, or a token that may not do this (403001).",
        "headers": {
          "Model-Api-Extensions": {
            "$ref": "#/components/headers/ModelApiExtensions"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      },
      "NotEnded": {
        "description": "The request is queued or in progress (409).",
        "headers": {
          "Model-Api-Extensions": {
            "$ref": "#/components/headers/ModelApiExtensions"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      },
      "NotFound": {
        "description": "No such model, request or file, or what came out has been removed (404001).",
        "headers": {
          "Model-Api-Extensions": {
            "$ref": "#/components/headers/ModelApiExtensions"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      },
      "TooLarge": {
        "description": "The body is larger than the server takes (422).",
        "headers": {
          "Model-Api-Extensions": {
            "$ref": "#/components/headers/ModelApiExtensions"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      },
      "Invalid": {
        "description": "The input does not match (422); `detail` lists the problems.",
        "headers": {
          "Model-Api-Extensions": {
            "$ref": "#/components/headers/ModelApiExtensions"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      },
      "RangeNotSatisfiable": {
        "description": "The range lies behind the end of the file (422).",
        "headers": {
          "Content-Range": {
            "$ref": "#/components/headers/ContentRange"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      },
      "RateLimited": {
        "description": "Too many requests (429).",
        "headers": {
          "Model-Api-Extensions": {
            "$ref": "#/components/headers/ModelApiExtensions"
          },
          "Retry-After": {
            "$ref": "#/components/headers/RetryAfter"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      },
      "OtherError": {
        "description": "Any other error, such as a failure of the server (500). Where something between fails, the body may be none of the API's.",
        "headers": {
          "Model-Api-Extensions": {
            "$ref": "#/components/headers/ModelApiExtensions"
          },
          "Retry-After": {
            "$ref": "#/components/headers/RetryAfter"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      }
    },
    "schemas": {
      "ModelId": {
        "description": "The id of a model, e.g. `openai/gpt-image-2/edit`.",
        "type": "string",
        "pattern": "^(?!(.*/)?\\.+(/|$))[\\w.-]+(/[\\w.-]+){1,4}$",
        "maxLength": 256
      },
      "RequestId": {
        "description": "The id of a request.",
        "type": "string",
        "pattern": "^[\\w-]{1,128}$"
      },
      "ModelInput": {
        "description": "The input of a model; its shape is the model's `input_schema`.",
        "type": "object",
        "additionalProperties": true
      },
      "RequestState": {
        "description": "Where a request stands. `completed`, `failed` and `cancelled` are final. Other words are met on the wire: a client reads `succeeded` as `completed`, `canceled` as `cancelled`, and any word that it does not know as not final.",
        "type": "string",
        "enum": [
          "in_queue",
          "in_progress",
          "completed",
          "failed",
          "cancelled"
        ]
      },
      "Submitted": {
        "type": "object",
        "required": [
          "request_id",
          "status_url",
          "result_url",
          "cancel_url"
        ],
        "properties": {
          "request_id": {
            "$ref": "#/components/schemas/RequestId"
          },
          "status_url": {
            "type": "string",
            "format": "uri"
          },
          "result_url": {
            "type": "string",
            "format": "uri"
          },
          "cancel_url": {
            "type": "string",
            "format": "uri"
          }
        }
      },
      "Status": {
        "type": "object",
        "required": [
          "request_id",
          "status"
        ],
        "properties": {
          "request_id": {
            "$ref": "#/components/schemas/RequestId"
          },
          "status": {
            "$ref": "#/components/schemas/RequestState"
          },
          "queue_position": {
            "description": "Requests ahead of this one; only while it is queued.",
            "type": "integer",
            "minimum": 0
          },
          "progress": {
            "description": "How far the run has come; only while it is in progress, and where the engine says so.",
            "x-extension": true,
            "type": "number",
            "minimum": 0,
            "maximum": 1
          },
          "status_url": {
            "type": "string",
            "format": "uri"
          },
          "result_url": {
            "type": "string",
            "format": "uri"
          }
        }
      },
      "Result": {
        "type": "object",
        "required": [
          "request_id",
          "status"
        ],
        "properties": {
          "request_id": {
            "$ref": "#/components/schemas/RequestId"
          },
          "status": {
            "$ref": "#/components/schemas/RequestState"
          },
          "model_id": {
            "$ref": "#/components/schemas/ModelId"
          },
          "output": {
            "$ref": "#/components/schemas/Output"
          },
          "error": {
            "$ref": "#/components/schemas/RequestError"
          },
          "created_at": {
            "type": "string",
            "format": "date-time"
          },
          "finished_at": {
            "type": "string",
            "format": "date-time"
          },
          "cost": {
            "description": "What the request cost, in US dollars.",
            "type": "number",
            "minimum": 0
          },
          "engine_report": {
            "$ref": "#/components/schemas/EngineReport"
          }
        }
      },
      "RequestError": {
        "description": "Why a request failed.",
        "type": "object",
        "required": [
          "message"
        ],
        "properties": {
          "code": {
            "description": "A stable word for a program, e.g. `invalid_media`.",
            "type": "string"
          },
          "message": {
            "description": "A sentence for a person.",
            "type": "string"
          }
        }
      },
      "EngineReport": {
        "description": "What a self-hosted server's engine understood of the input and did, and what it left.",
        "x-extension": true,
        "type": "object",
        "required": [
          "engine",
          "applied",
          "ignored"
        ],
        "properties": {
          "engine": {
            "type": "string",
            "description": "The engine's name, e.g. `local`."
          },
          "applied": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "operation",
                "detail"
              ],
              "properties": {
                "operation": {
                  "type": "string"
                },
                "detail": {
                  "type": "string"
                }
              }
            }
          },
          "ignored": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "instruction",
                "reason"
              ],
              "properties": {
                "instruction": {
                  "type": "string"
                },
                "reason": {
                  "type": "string"
                }
              }
            }
          },
          "usage": {
            "description": "What the engine's own service counted, e.g. `input_tokens`.",
            "type": "object",
            "additionalProperties": {
              "type": "number"
            }
          }
        }
      },
      "RequestList": {
        "x-extension": true,
        "type": "object",
        "required": [
          "requests"
        ],
        "properties": {
          "requests": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RequestSummary"
            }
          },
          "next_cursor": {
            "description": "Asks for the next page; missing on the last one.",
            "type": "string"
          }
        }
      },
      "RequestSummary": {
        "description": "One of the caller's requests, without its input and output.",
        "x-extension": true,
        "type": "object",
        "required": [
          "request_id",
          "model_id",
          "status",
          "created_at"
        ],
        "properties": {
          "request_id": {
            "$ref": "#/components/schemas/RequestId"
          },
          "model_id": {
            "$ref": "#/components/schemas/ModelId"
          },
          "status": {
            "$ref": "#/components/schemas/RequestState"
          },
          "created_at": {
            "type": "string",
            "format": "date-time"
          },
          "finished_at": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "RequestInput": {
        "x-extension": true,
        "type": "object",
        "required": [
          "request_id",
          "model_id",
          "created_at",
          "input"
        ],
        "properties": {
          "request_id": {
            "$ref": "#/components/schemas/RequestId"
          },
          "model_id": {
            "$ref": "#/components/schemas/ModelId"
          },
          "created_at": {
            "type": "string",
            "format": "date-time"
          },
          "input": {
            "$ref": "#/components/schemas/ModelInput"
          }
        }
      },
      "Deleted": {
        "x-extension": true,
        "type": "object",
        "required": [
          "request_id",
          "outcome"
        ],
        "properties": {
          "request_id": {
            "$ref": "#/components/schemas/RequestId"
          },
          "outcome": {
            "type": "string",
            "const": "deleted"
          }
        }
      },
      "UploadedFile": {
        "x-extension": true,
        "type": "object",
        "required": [
          "url",
          "media_type",
          "size"
        ],
        "properties": {
          "url": {
            "description": "Pass it in a media field of an input.",
            "type": "string",
            "format": "uri"
          },
          "media_type": {
            "description": "Read from the bytes.",
            "type": "string"
          },
          "size": {
            "description": "Bytes.",
            "type": "integer",
            "minimum": 0
          },
          "expires_at": {
            "description": "When the server may remove it.",
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "WebhookEvent": {
        "x-extension": true,
        "type": "object",
        "required": [
          "type",
          "timestamp",
          "data"
        ],
        "properties": {
          "type": {
            "type": "string",
            "enum": [
              "request.completed",
              "request.failed",
              "request.cancelled"
            ]
          },
          "timestamp": {
            "description": "When the request ended.",
            "type": "string",
            "format": "date-time"
          },
          "data": {
            "$ref": "#/components/schemas/Result"
          }
        }
      },
      "KeyScope": {
        "description": "What a key may be used for: `submit` submits, cancels, deletes and uploads, `read` reads the catalog and the key's own requests, `admin` manages keys and reads everyone's usage.",
        "x-extension": true,
        "type": "string",
        "enum": [
          "submit",
          "read",
          "admin"
        ]
      },
      "NewKey": {
        "x-extension": true,
        "type": "object",
        "required": [
          "name"
        ],
        "additionalProperties": false,
        "properties": {
          "name": {
            "description": "What its owner calls it.",
            "type": "string",
            "minLength": 1,
            "maxLength": 100
          },
          "scopes": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/KeyScope"
            },
            "minItems": 1,
            "default": [
              "submit",
              "read"
            ]
          },
          "expires_at": {
            "description": "From then on it is refused; never where it is left out.",
            "type": "string",
            "format": "date-time"
          },
          "rate_limit": {
            "description": "Submits a minute; unlimited where it is left out.",
            "type": "integer",
            "minimum": 1,
            "maximum": 1000000
          },
          "max_open": {
            "description": "Requests queued and running at once; unlimited where it is left out.",
            "type": "integer",
            "minimum": 1,
            "maximum": 1000000
          },
          "models": {
            "description": "Which models it may submit to: ids, in which `*` stands for any characters, e.g. `openai/*`; all where it is left out.",
            "type": "array",
            "minItems": 1,
            "maxItems": 100,
            "items": {
              "type": "string",
              "pattern": "^[\\w.*/-]{1,256}$"
            }
          },
          "provider_keys": {
            "description": "Secrets for the services behind engines, such as `openai`, used for this key's requests. Never shown again.",
            "type": "object",
            "writeOnly": true,
            "maxProperties": 20,
            "propertyNames": {
              "pattern": "^[a-z0-9-]{1,40}$"
            },
            "additionalProperties": {
              "type": "string",
              "minLength": 1,
              "maxLength": 500
            }
          }
        }
      },
      "Key": {
        "x-extension": true,
        "type": "object",
        "required": [
          "key_id",
          "name",
          "scopes",
          "state",
          "created_at"
        ],
        "properties": {
          "key_id": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "scopes": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/KeyScope"
            }
          },
          "state": {
            "type": "string",
            "enum": [
              "active",
              "revoked",
              "expired"
            ]
          },
          "created_at": {
            "type": "string",
            "format": "date-time"
          },
          "expires_at": {
            "type": "string",
            "format": "date-time"
          },
          "revoked_at": {
            "type": "string",
            "format": "date-time"
          },
          "rate_limit": {
            "type": "integer",
            "minimum": 1
          },
          "max_open": {
            "type": "integer",
            "minimum": 1
          },
          "models": {
            "description": "Which models it may submit to; all where there are none.",
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "providers": {
            "description": "The services behind engines that it brings secrets for.",
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "KeyList": {
        "x-extension": true,
        "type": "object",
        "required": [
          "keys"
        ],
        "properties": {
          "keys": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Key"
            }
          }
        }
      },
      "CreatedKey": {
        "x-extension": true,
        "type": "object",
        "required": [
          "key",
          "token",
          "webhook_secret"
        ],
        "properties": {
          "key": {
            "$ref": "#/components/schemas/Key"
          },
          "token": {
            "description": "Shown here and never again.",
            "type": "string"
          },
          "webhook_secret": {
            "description": "What the webhooks of the key's requests are signed with. Shown here and never again.",
            "type": "string"
          }
        }
      },
      "Usage": {
        "x-extension": true,
        "type": "object",
        "required": [
          "usage"
        ],
        "properties": {
          "usage": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/UsageEntry"
            }
          }
        }
      },
      "UsageEntry": {
        "description": "What one key has asked of one model on one UTC day, the one on which the requests were submitted.",
        "x-extension": true,
        "type": "object",
        "required": [
          "day",
          "key_id",
          "model_id",
          "submitted",
          "completed",
          "failed",
          "cancelled",
          "run_ms"
        ],
        "properties": {
          "day": {
            "type": "string",
            "format": "date"
          },
          "key_id": {
            "type": "string"
          },
          "model_id": {
            "$ref": "#/components/schemas/ModelId"
          },
          "submitted": {
            "type": "integer",
            "minimum": 0
          },
          "completed": {
            "type": "integer",
            "minimum": 0
          },
          "failed": {
            "type": "integer",
            "minimum": 0
          },
          "cancelled": {
            "type": "integer",
            "minimum": 0
          },
          "run_ms": {
            "description": "Milliseconds that engines worked on what has ended.",
            "type": "integer",
            "minimum": 0
          }
        }
      },
      "Health": {
        "x-extension": true,
        "type": "object",
        "required": [
          "status"
        ],
        "properties": {
          "status": {
            "type": "string",
            "const": "ok"
          }
        }
      },
      "Cancelled": {
        "type": "object",
        "required": [
          "request_id",
          "status",
          "outcome"
        ],
        "properties": {
          "request_id": {
            "$ref": "#/components/schemas/RequestId"
          },
          "status": {
            "$ref": "#/components/schemas/RequestState"
          },
          "outcome": {
            "description": "`not_cancellable`: it is in progress, or has ended.",
            "type": "string",
            "enum": [
              "cancelled",
              "not_cancellable"
            ]
          }
        }
      },
      "Output": {
        "description": "What a model made. One shape for all models; each of them fills the fields of its kind.",
        "type": "object",
        "properties": {
          "image": {
            "description": "URL of the generated image.",
            "type": "string",
            "format": "uri"
          },
          "images": {
            "description": "URLs of the generated images, where there are several.",
            "type": "array",
            "items": {
              "type": "string",
              "format": "uri"
            }
          },
          "video": {
            "description": "URL of the generated video.",
            "type": "string",
            "format": "uri"
          },
          "videos": {
            "description": "URLs of the generated videos, where there are several.",
            "type": "array",
            "items": {
              "type": "string",
              "format": "uri"
            }
          },
          "audio": {
            "description": "URL of the generated audio.",
            "type": "string",
            "format": "uri"
          }
        }
      },
      "Model": {
        "description": "One entry of the catalog.",
        "type": "object",
        "required": [
          "model_id",
          "display_name",
          "kind",
          "categories"
        ],
        "properties": {
          "model_id": {
            "$ref": "#/components/schemas/ModelId"
          },
          "display_name": {
            "type": "string"
          },
          "kind": {
            "type": "string",
            "const": "model"
          },
          "categories": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "base_price_usd": {
            "description": "Price of one unit in US dollars; null where it is not known, and on a server that charges nothing.",
            "type": [
              "number",
              "null"
            ],
            "minimum": 0
          },
          "price_unit": {
            "description": "What one unit of the price is.",
            "type": "string",
            "enum": [
              "output",
              "second"
            ]
          },
          "pricing_note": {
            "type": "string"
          },
          "price_quantity": {
            "$ref": "#/components/schemas/PriceQuantity"
          },
          "input_schema": {
            "description": "JSON Schema of the model's input.",
            "type": "object",
            "additionalProperties": true
          },
          "description": {
            "type": "string",
            "x-extension": true
          },
          "output_kind": {
            "description": "What the model makes, as a hint.",
            "type": "string",
            "enum": [
              "image",
              "video",
              "audio"
            ],
            "x-extension": true
          }
        }
      },
      "PriceQuantity": {
        "description": "How many units of the price a request is; missing where its input does not tell.",
        "x-extension": true,
        "oneOf": [
          {
            "type": "object",
            "required": [
              "count"
            ],
            "additionalProperties": false,
            "properties": {
              "count": {
                "description": "Always so many.",
                "type": "integer",
                "minimum": 1
              }
            }
          },
          {
            "type": "object",
            "required": [
              "field"
            ],
            "additionalProperties": false,
            "properties": {
              "field": {
                "description": "The input field that says it.",
                "type": "string"
              },
              "factor": {
                "description": "Units for one of the field's own; 1 where it is left out.",
                "type": "number",
                "exclusiveMinimum": 0
              }
            }
          }
        ]
      },
      "ModelList": {
        "type": "object",
        "required": [
          "models",
          "total"
        ],
        "properties": {
          "models": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Model"
            }
          },
          "total": {
            "description": "How many entries match, on all pages.",
            "type": "integer",
            "minimum": 0
          }
        }
      },
      "CategoryList": {
        "type": "object",
        "required": [
          "categories"
        ],
        "properties": {
          "categories": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "Error": {
        "description": "The body of an error. It may arrive under HTTP 200 as well: a body whose `error_code` is set is an error.",
        "type": "object",
        "required": [
          "error_code",
          "error_message"
        ],
        "properties": {
          "error_code": {
            "description": "400001 malformed identifier; 400002 insufficient balance; 400004 account or token; 403001 permission; 404001 not found; 422 invalid input; 429 rate limited. Where none of these says it, the HTTP status, such as 405, 409 or 500.",
            "type": [
              "integer",
              "string"
            ]
          },
          "error_message": {
            "type": "string"
          },
          "detail": {
            "description": "For 422, the problems one by one. Other shapes are met on the wire.",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ErrorDetail"
            }
          }
        }
      },
      "ErrorDetail": {
        "type": "object",
        "required": [
          "path",
          "message"
        ],
        "properties": {
          "path": {
            "description": "The field, as keys and indices from the top of the input; empty for the input as a whole.",
            "type": "array",
            "items": {
              "type": [
                "string",
                "integer"
              ]
            }
          },
          "message": {
            "type": "string"
          },
          "allowed": {
            "description": "The values that are allowed, where they can be listed.",
            "type": "array",
            "items": {}
          },
          "suggestion": {
            "description": "The allowed value or name nearest to what was given.",
            "type": "string"
          }
        }
      }
    }
  }
};
