package nl.buurtbundel.shell;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.stream.JsonGenerator;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.Neighbourhoods;
import nl.buurtbundel.neighbourhood.Shape;
import org.jspecify.annotations.Nullable;

/** What anyone may see, without login, session or script. */
@WebServlet(urlPatterns = {"/openbaar", "/openbaar/*"})
public class PublicPages extends HttpServlet {
    private static final Pattern MAP = Pattern.compile("/buurten/(GM[0-9A-Z]{4})\\.geojson");

    @Inject
    private Neighbourhoods neighbourhoods;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        @Nullable String path = request.getPathInfo();
        if ("/fout".equals(path)) {
            Page.write(request, response, "error", Map.of("notFound", response.getStatus() == 404));
            return;
        }
        if (!"GET".equals(request.getMethod()) && !"HEAD".equals(request.getMethod())) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        if (path == null || path.equals("/")) {
            Page.write(request, response, "public", Map.of());
            return;
        }
        Matcher map = MAP.matcher(path);
        if (map.matches()) {
            writeShapes(new MunicipalityCode(map.group(1)), response);
            return;
        }
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    private void writeShapes(MunicipalityCode municipality, HttpServletResponse response) throws IOException {
        response.setContentType("application/geo+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "public, max-age=3600");
        try (JsonGenerator json = Json.createGenerator(response.getWriter())) {
            json.writeStartObject().write("type", "FeatureCollection").writeStartArray("features");
            for (Shape shape : neighbourhoods.listShapes(municipality)) {
                json.writeStartObject().write("type", "Feature");
                json.writeStartObject("properties")
                        .write("buurtcode", shape.code().value())
                        .write("buurtnaam", shape.name())
                        .writeEnd();
                try (JsonReader geometry = Json.createReader(new StringReader(shape.geometry()))) {
                    json.write("geometry", geometry.readObject());
                }
                json.writeEnd();
            }
            json.writeEnd().writeEnd();
        }
    }
}
