// A short signature of a text, by which texts that share most of their words in a row are found and
// compared without looking at them again.
//
// A text is the set of its shingles, all rows of four words by their folded forms (Broder, "On the
// Resemblance and Containment of Documents", 1997). One hash sends each shingle into one of 64 bins
// and each bin keeps its least (Li, Owen and Zhang, "One Permutation Hashing", 2012), of which a
// byte is stored (Li and König, "b-Bit Minwise Hashing", 2010). The share of bins that agree, of
// those that either text fills, estimates how much of both is common to them.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "newsdex/analyzer.hpp"

namespace newsdex {

/// Words of a shingle.
inline constexpr std::size_t kShingleWords = 4;

/// Texts of fewer shingles have no signature: a few words in common say nothing.
inline constexpr std::size_t kFewestShingles = 8;

/// Bins that shingles are sent into.
inline constexpr std::size_t kSignatureBins = 64;

/// Bands of bins that are looked up as one. Of texts with nine tenths in common all but none, with
/// two thirds .9995, with a half .94 agree in some band.
inline constexpr std::uint32_t kSignatureBands = 21;

/// The signature of a text by its tokens: 8 bytes that say which bins are filled, and a byte for
/// each of them, from 1. Empty for a text that is too short.
std::string shingle_signature(std::span<const Token> tokens);

/// Whether a signature is what shingle_signature() makes of a text that is long enough: what was
/// read from a file must be asked before anything else is done with it.
bool is_signature(std::string_view bytes);

/// A signature with every bin in its place, for comparing many at once: a byte a bin, 0 if empty.
class OpenSignature {
 public:
  /// The signature must be whole.
  explicit OpenSignature(std::string_view signature);

  [[nodiscard]] std::span<const std::uint8_t, kSignatureBins> bins() const { return bins_; }

 private:
  alignas(16) std::array<std::uint8_t, kSignatureBins> bins_ = {};
};

/// The key that texts have in common which agree in all bins of a band, `band` less than
/// kSignatureBands. A bin that is empty has the value of another, and each tries the others in an
/// order of its own (Shrivastava, "Optimal Densification for Fast and Accurate Minwise Hashing",
/// 2017): if all took the next one that is filled, bands of short texts would have one value in all
/// bins, and so a key in common with thousands of others.
std::uint32_t band_key(const OpenSignature& signature, std::uint32_t band);

/// The share of the shingles of both texts that both have, estimated, from 0 to 1.
double resemblance(const OpenSignature& a, const OpenSignature& b);

/// A text as it is compared.
struct SignedText {
  OpenSignature signature;
  std::uint32_t shingles = 0;
};

/// The share of the shorter text's shingles that are in the longer one, estimated; 0 if it has less
/// than two fifths of the longer one's length.
double containment(const SignedText& a, const SignedText& b);

/// Texts of which one contains as much of the other are near copies. Those of one length have two
/// thirds of all that is in either in common.
inline constexpr double kNearCopy = 0.8;

}  // namespace newsdex
