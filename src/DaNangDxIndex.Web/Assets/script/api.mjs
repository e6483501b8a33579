// The readable page of the API: swagger-ui on our OpenAPI document.
const place = document.getElementById('api')
globalThis.SwaggerUIBundle({ domNode: place, url: place.dataset.openapi, deepLinking: true, defaultModelsExpandDepth: 0, tryItOutEnabled: false, validatorUrl: null })
