"""The same network as torchvision's, weight for weight."""

import torch
from torch import nn

from imrecon_gui.core.resnet import ResNet


def test_it_computes_what_torchvision_does_with_the_same_weights():
    from torchvision.models import resnet18

    torch.manual_seed(0)
    theirs = resnet18(weights=None).eval()
    for module in theirs.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.running_mean.uniform_(-0.5, 0.5)
            module.running_var.uniform_(0.5, 2.0)
    theirs.fc = nn.Identity()
    ours = ResNet(3).eval()
    ours.load_state_dict(theirs.state_dict())
    images = torch.rand(2, 3, 128, 128)

    with torch.no_grad():
        torch.testing.assert_close(ours(images), theirs(images))


def test_weights_begin_as_he_and_others_say():
    torch.manual_seed(0)

    weight = ResNet(4).conv1.weight

    assert weight.shape == (64, 4, 7, 7)
    assert abs(weight.std().item() / (2 / (64 * 49)) ** 0.5 - 1) < 0.05
