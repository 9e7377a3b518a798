package io.tollgate.jmh;

/** A body of about 1 KB, templates of about 30 lines, and a schema. */
final class Samples {
    static final String ORDER = """
            {"id":"order-20261121-0001","customer":{"name":"Ada Lovelace","email":"ada@example.com","vip":true},"note":"please ring twice","items":[\
            {"sku":"SKU-1000","title":"Article number 0","quantity":1,"price":10.00},\
            {"sku":"SKU-1007","title":"Article number 1","quantity":2,"price":13.13},\
            {"sku":"SKU-1014","title":"Article number 2","quantity":3,"price":16.26},\
            {"sku":"SKU-1021","title":"Article number 3","quantity":1,"price":19.39},\
            {"sku":"SKU-1028","title":"Article number 4","quantity":2,"price":22.52},\
            {"sku":"SKU-1035","title":"Article number 5","quantity":3,"price":25.65},\
            {"sku":"SKU-1042","title":"Article number 6","quantity":1,"price":28.78},\
            {"sku":"SKU-1049","title":"Article number 7","quantity":2,"price":31.91},\
            {"sku":"SKU-1056","title":"Article number 8","quantity":3,"price":34.04},\
            {"sku":"SKU-1063","title":"Article number 9","quantity":1,"price":37.17}],"total":253.85}""";

    static final String REQUEST_TEMPLATE = """
            #set($order = $input.path('$'))
            #set($count = $order.items.size())
            {
              "orderId": "$util.escapeJavaScript($order.id)",
              "requestId": "$context.requestId",
              "stage": "$context.stage",
              "color": "$stageVariables.color",
              "page": "$input.params('page')",
              "path": "$input.params('id')",
              "customer": {
                "name": "$util.escapeJavaScript($order.customer.name)",
                "email": "$order.customer.email",
            #if($order.customer.vip)
                "tier": "gold",
            #else
                "tier": "standard",
            #end
                "agent": "$input.params().header.get('User-Agent')"
              },
              "count": $count,
              "lines": [
            #foreach($item in $order.items)
                {
                  "number": $foreach.count,
                  "sku": "$item.sku",
                  "title": "$util.escapeJavaScript($item.title)",
                  "amount": "$item.quantity x $item.price"
                }#if($foreach.hasNext),#end

            #end
              ]
            }
            """;

    static final String RESPONSE_TEMPLATE = """
            #set($root = $input.path('$'))
            #set($context.responseOverride.header.X-Order = $root.id)
            {
              "id": "$root.id",
              "for": "$root.customer.name",
              "items": [
            #foreach($item in $root.items)
                {"sku": "$item.sku", "price": $item.price, "quantity": $item.quantity}#if($foreach.hasNext),#end

            #end
              ],
              "total": $root.total,
              "request": "$context.requestId"
            }
            """;

    static final String SCHEMA = """
            {
              "$schema": "http://json-schema.org/draft-04/schema#",
              "type": "object",
              "required": ["id", "customer", "items"],
              "properties": {
                "id": {"type": "string", "pattern": "^order-[0-9-]+$"},
                "customer": {
                  "type": "object",
                  "required": ["name", "email"],
                  "properties": {"name": {"type": "string", "minLength": 1}, "email": {"type": "string"}, "vip": {"type": "boolean"}}
                },
                "note": {"type": "string", "maxLength": 200},
                "items": {
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "object",
                    "required": ["sku", "quantity"],
                    "properties": {
                      "sku": {"type": "string"},
                      "title": {"type": "string"},
                      "quantity": {"type": "integer", "minimum": 1},
                      "price": {"type": "number"}
                    }
                  }
                },
                "total": {"type": "number"}
              }
            }
            """;

    private Samples() {}
}
