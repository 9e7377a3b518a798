"""A small pet store on loopback for the demo: GET and POST /pets, anything else is echoed."""
import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PETS = [{"id": 1, "type": "dog", "price": 249.99}, {"id": 2, "type": "cat", "price": 124.99}]


class Store(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, status, value):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        if self.path.split("?")[0] == "/pets":
            self.answer(200, PETS)
        else:
            self.answer(200, {"method": self.command, "path": self.path})

    def do_POST(self):
        size = int(self.headers.get("Content-Length") or 0)
        try:
            pet = json.loads(self.rfile.read(size) or b"{}")
        except ValueError:
            self.answer(400, {"message": "the body is not JSON"})
            return
        pet["id"] = len(PETS) + 1
        PETS.append(pet)
        self.answer(201, pet)

    def log_message(self, *arguments):
        pass


server = ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Store)
print(server.server_address[1], flush=True)
server.serve_forever()
