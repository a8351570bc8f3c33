"""The renderer's GLSL 3.30 programs: one draws pictures, one draws depth for the shadow maps.

Diffuse light is a hemisphere plus two directional lights; the specular part is normalised
Blinn-Phong (Akenine-Moeller et al., Real-Time Rendering) with Schlick's Fresnel term and a mirrored
sky-and-ground gradient. Light is added in linear space; gamma 2.2 stands in for the sRGB curve.
"""

VERTEX = """
#version 330
uniform mat4 clip_from_object;
in vec3 position;
in vec3 normal;
in float part;
out vec3 point;
out vec3 smooth_normal;
flat out int row;  // few outputs: on a software renderer the cost of a triangle grows with them
#ifdef PAINTED
in vec2 place;
in vec3 tint;
out vec2 picture_place;
out vec3 corner_tint;
#endif
void main() {
#ifdef PAINTED
    picture_place = place;
    corner_tint = tint;
#endif
    row = int(part + 0.5);
    point = position;
    smooth_normal = normal;
    gl_Position = clip_from_object * vec4(position, 1.0);
}
"""

DEPTH_VERTEX = """
#version 330
uniform mat4 clip_from_object;
in vec3 position;
void main() { gl_Position = clip_from_object * vec4(position, 1.0); }
"""

DEPTH_FRAGMENT = """
#version 330
void main() {}
"""

_PATTERNS = """
float hash(vec3 cell) {
    cell = fract(cell * vec3(0.1031, 0.1030, 0.0973));
    cell += dot(cell, cell.yxz + 33.33);
    return fract((cell.x + cell.y) * cell.z);
}
float value_noise(vec3 at) {
    vec3 cell = floor(at), f = fract(at);
    f = f * f * (3.0 - 2.0 * f);
    float low = mix(mix(hash(cell), hash(cell + vec3(1, 0, 0)), f.x),
                    mix(hash(cell + vec3(0, 1, 0)), hash(cell + vec3(1, 1, 0)), f.x), f.y);
    float high = mix(mix(hash(cell + vec3(0, 0, 1)), hash(cell + vec3(1, 0, 1)), f.x),
                     mix(hash(cell + vec3(0, 1, 1)), hash(cell + vec3(1, 1, 1)), f.x), f.y);
    return mix(low, high, f.z);
}
float wood(vec3 at) {  // grain along z
    float warp = value_noise(at * vec3(4.0, 4.0, 1.0));
    float ring = fract(length(at.xy * 5.0 + 1.5) + 1.2 * warp);
    float fibre = value_noise(at * vec3(70.0, 70.0, 4.0));
    return clamp(0.65 * ring * ring + 0.5 * fibre, 0.0, 1.0);
}
float pattern_weight(int kind, vec3 at, vec4 look, float seed) {
    vec3 along = look.z < 0.5 ? at.yzx : (look.z < 1.5 ? at.zxy : at);
    if (kind == 1) return wood(along * look.y + seed);
    if (kind == 2) return mod(dot(floor(at * 5.0 * look.y + 0.013), vec3(1.0)), 2.0);
    if (kind == 3) return step(0.5, fract(along.z * 5.0 * look.y + 0.013));
    if (kind == 4) return smoothstep(0.3, 0.7, 0.6 * value_noise(at * 9.0 * look.y + seed)
                                               + 0.4 * value_noise(at * 27.0 * look.y + seed));
    vec3 weave = sin(at * 150.0 * look.y);
    return 0.5 + 0.25 * weave.x * weave.y * weave.z + 0.5 * (value_noise(at * 60.0 * look.y + seed) - 0.5);
}
"""

FRAGMENT = (
    """
#version 330
uniform sampler2D materials;
uniform vec3 eye;
uniform vec3 key_direction;
uniform vec3 key_colour;
uniform vec3 fill_direction;
uniform vec3 fill_colour;
uniform vec3 sky;
uniform vec3 ground;
uniform float contact;
uniform float shadow;
uniform vec4 clay;  // colour, 1 when it replaces all materials
uniform sampler2DShadow shadow_maps;
uniform mat4 key_map_from_object;
uniform mat4 sky_map_from_object;
uniform float exposure;
uniform float gamma;
uniform float floor_height;
in vec3 point;
in vec3 smooth_normal;
flat in int row;
#ifdef PAINTED
uniform sampler2DArray pictures;
in vec2 picture_place;
in vec3 corner_tint;
#endif
out vec4 rgba;
"""
    + _PATTERNS
    + """
vec3 linear(vec3 display) { return pow(display, vec3(2.2)); }
vec3 film(vec3 light) {  // linear up to 0.6, then a soft shoulder below 1
    return min(light, vec3(0.6)) + 0.4 * (1.0 - exp(-max(light - 0.6, vec3(0.0)) / 0.4));
}
float lobe(vec3 normal, vec3 to_eye, vec3 to_light, float power) {
    float facing = max(dot(normal, normalize(to_eye + to_light)), 0.0);
    return (power + 8.0) / 25.0 * pow(facing, power) * max(dot(normal, to_light), 0.0);
}
float visible(mat4 map_from_object, vec3 at, float spread) {
    vec3 place = (map_from_object * vec4(at, 1.0)).xyz - vec3(0.0, 0.0, 0.003);
    vec2 texel = spread / vec2(textureSize(shadow_maps, 0));
    return 0.25 * (texture(shadow_maps, place + vec3(texel.x, 0.4 * texel.y, 0.0))
                 + texture(shadow_maps, place + vec3(-0.4 * texel.x, texel.y, 0.0))
                 + texture(shadow_maps, place + vec3(-texel.x, -0.4 * texel.y, 0.0))
                 + texture(shadow_maps, place + vec3(0.4 * texel.x, -texel.y, 0.0)));
}
void main() {
    vec4 base = texelFetch(materials, ivec2(0, row), 0);    // colour, gloss
    vec4 second = texelFetch(materials, ivec2(1, row), 0);  // colour2, metal
    vec4 look = texelFetch(materials, ivec2(2, row), 0);    // pattern, scale, grain axis, layer
    if (clay.a > 0.5) { base = vec4(clay.rgb, 0.1); second.a = 0.0; look.x = 0.0; }
    int kind = int(look.x + 0.5);
    vec3 colour = linear(base.rgb);
    float seed = 17.0 * row + 5.0;
    if (kind > 0) colour = mix(colour, linear(second.rgb), pattern_weight(kind, point, look, seed));
#ifdef PAINTED
    if (clay.a <= 0.5) colour *= linear(corner_tint);
    if (kind == 6) colour *= linear(texture(pictures, vec3(picture_place, look.w)).rgb);
#endif
    float gloss = base.a, metal = second.a;
    vec3 to_eye = normalize(eye - point);
    vec3 normal = normalize(smooth_normal);

    float covered = contact > 0.0 ? 1.0 - visible(sky_map_from_object, point + 0.05 * normal, 4.0) : 0.0;
    float near_floor = 1.0 - smoothstep(0.0, 0.3, point.y - floor_height);
    float open = 1.0 - contact * (0.7 * covered + 0.3 * near_floor * (0.6 - 0.4 * normal.y));
    vec3 key = key_colour;
    if (shadow > 0.0) {  // lift the point off its own surface, the more the flatter the light comes in
        float facing_key = max(dot(normal, key_direction), 0.0);
        vec3 lifted = point + (0.004 + 0.022 * sqrt(1.0 - facing_key * facing_key)) * normal;
        key *= 1.0 - shadow * (1.0 - visible(key_map_from_object, lifted, 1.0));
    }
    vec3 ambient = mix(ground, sky, 0.5 + 0.5 * normal.y) * open;
    vec3 light = ambient + key * max(dot(normal, key_direction), 0.0)
                         + fill_colour * max(dot(normal, fill_direction), 0.0);

    vec3 mirrored = reflect(-to_eye, normal);
    float blur = mix(1.0, 0.08, gloss);
    vec3 seen = mix(ground, sky * 1.3, smoothstep(-blur, blur, mirrored.y)) * open;
    float grazing = pow(1.0 - max(dot(normal, to_eye), 0.0), 5.0);
    vec3 facing = mix(vec3(0.04), colour, metal);
    vec3 fresnel = facing + (max(vec3(gloss), facing) - facing) * grazing;
    float power = exp2(1.0 + 9.0 * gloss);
    vec3 shine = key * lobe(normal, to_eye, key_direction, power)
               + fill_colour * lobe(normal, to_eye, fill_direction, power);
    vec3 total = colour * light * (1.0 - metal) + fresnel * (seen * mix(0.5, 1.0, gloss) + shine);
    vec3 display = pow(film(max(total * exposure, 0.0)), vec3(gamma / 2.2));
    rgba = vec4(display, 1.0);
}
"""
)


def painted(source: str) -> str:
    """The variant of a program above for triangles with pictures, see `training.painted`."""
    return source.replace("#version 330\n", "#version 330\n#define PAINTED\n")
